// SPDX-License-Identifier: MIT
#include "lint/serve/ConnectionStream.h"

#include <algorithm>
#include <cerrno>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

namespace wikivet {

namespace chrono = std::chrono;

ConnectionStream::ConnectionStream(socket_t socket, chrono::milliseconds timeout, size_t most)
    : handle(socket), timeout(timeout), left(most), readDeadline(Clock::now() + timeout) {}

bool ConnectionStream::waitFor(short events, Clock::time_point deadline) const {
  for (;;) {
    auto rest = chrono::ceil<chrono::milliseconds>(deadline - Clock::now()).count();
    if (rest <= 0)
      return false;
    pollfd entry{.fd = handle, .events = events, .revents = 0};
    int ready = poll(&entry, 1, static_cast<int>(rest));
    if (ready > 0)
      return true;
    if (ready == 0 || errno != EINTR)
      return false;
  }
}

bool ConnectionStream::is_readable() const { return begin < end || waitFor(POLLIN, readDeadline); }

bool ConnectionStream::is_writable() const { return waitFor(POLLOUT, writeDeadline); }

ssize_t ConnectionStream::read(char *to, size_t size) {
  // What was written before was `100 Continue`, not yet the answer.
  writeDeadline = Clock::time_point::max();
  if (begin == end) {
    if (left == 0 || !waitFor(POLLIN, readDeadline))
      return -1;
    ssize_t count = recv(handle, buffer.data(), std::min(buffer.size(), left), 0);
    if (count <= 0)
      return count;
    begin = 0;
    end = static_cast<size_t>(count);
    left -= end;
  }
  size_t count = std::min(size, end - begin);
  std::copy_n(buffer.data() + begin, count, to);
  begin += count;
  return static_cast<ssize_t>(count);
}

ssize_t ConnectionStream::write(const char *from, size_t size) {
  if (writeDeadline == Clock::time_point::max())
    writeDeadline = Clock::now() + timeout;
  if (!waitFor(POLLOUT, writeDeadline))
    return -1;
  return send(handle, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

/// The numeric address and port of one end of a connection.
static void nameOf(socket_t socket, int (*ask)(int, sockaddr *, socklen_t *), std::string &ip,
                   int &port) {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  auto *end = reinterpret_cast<sockaddr *>(&address);
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  if (ask(socket, end, &length) != 0 ||
      getnameinfo(end, length, host.data(), host.size(), service.data(), service.size(),
                  NI_NUMERICHOST | NI_NUMERICSERV) != 0)
    return;
  ip = host.data();
  port = std::atoi(service.data());
}

void ConnectionStream::get_remote_ip_and_port(std::string &ip, int &port) const {
  nameOf(handle, getpeername, ip, port);
}

void ConnectionStream::get_local_ip_and_port(std::string &ip, int &port) const {
  nameOf(handle, getsockname, ip, port);
}

socket_t ConnectionStream::socket() const {
  // The library asks only to refuse sockets that select() can't take; this stream polls.
  return 0;
}

void ConnectionStream::linger() {
  if (writeDeadline == Clock::time_point::max())
    return;
  shutdown(handle, SHUT_WR);
  constexpr chrono::seconds patience(2);
  Clock::time_point deadline = Clock::now() + patience;
  while (waitFor(POLLIN, deadline) && recv(handle, buffer.data(), buffer.size(), 0) > 0) {
  }
}

} // namespace wikivet
