// SPDX-License-Identifier: MIT
#include "lint/serve/HttpServer.h"

#include "lint/serve/ConnectionStream.h"
#include "lint/serve/ConnectionThreads.h"

#include <cerrno>
#include <exception>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace wikivet {

/// At a time. Each has a thread, which costs little more than what it reads and writes.
static constexpr size_t mostConnections = 512;
/// Those that were not accepted yet; the system turns more away. The library asks for 5, too few
/// for a burst.
static constexpr int mostWaiting = 1024;
/// Of the request line and all headers.
static constexpr size_t mostHeaderBytes = 64 << 10;

HttpServer::HttpServer(HttpLimits limits) : limits(limits) {
  set_payload_max_length(limits.body);
  // The library's own options would let two servers share a port.
  set_socket_options([](socket_t socket) {
    int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  });
}

HttpServer::~HttpServer() {
  if (svr_sock_ != INVALID_SOCKET)
    close(svr_sock_);
}

int HttpServer::bind(const std::string &host, int port) {
  if (port == 0)
    port = bind_to_any_port(host);
  else if (!bind_to_port(host, port))
    port = -1;
  if (port > 0 && ::listen(svr_sock_, mostWaiting) != 0)
    return -1;
  return port;
}

bool HttpServer::isLoopback() const {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  if (getsockname(svr_sock_, reinterpret_cast<sockaddr *>(&address), &length) != 0)
    return false;
  if (address.ss_family == AF_INET) {
    constexpr uint32_t loopbackNetwork = 127; // 127.0.0.0/8
    constexpr int otherBits = 24;
    const auto *v4 = reinterpret_cast<const sockaddr_in *>(&address);
    return ntohl(v4->sin_addr.s_addr) >> otherBits == loopbackNetwork;
  }
  const auto *v6 = reinterpret_cast<const sockaddr_in6 *>(&address);
  return address.ss_family == AF_INET6 && IN6_IS_ADDR_LOOPBACK(&v6->sin6_addr);
}

bool HttpServer::isEnding() {
  std::lock_guard lock(guard);
  return ending;
}

bool HttpServer::run() {
  // The library's own loop ends with any connection that the client gave up too early, and queues
  // connections without a bound.
  constexpr std::chrono::milliseconds pause(10);
  ConnectionThreads threads(mostConnections);
  while (!isEnding()) {
    socket_t socket = accept4(svr_sock_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket >= 0)
      threads.run([this, socket] { process_and_close_socket(socket); });
    else if (errno == EBADF || errno == EINVAL || errno == ENOTSOCK || errno == EOPNOTSUPP)
      break; // It listens no more; else the connection is lost, or something is short for a while.
    else if (errno != ECONNABORTED && errno != EINTR)
      std::this_thread::sleep_for(pause);
  }
  threads.shutdown();
  return isEnding();
}

void HttpServer::end() {
  std::lock_guard lock(guard);
  ending = true;
  for (socket_t socket : open)
    shutdown(socket, SHUT_RD);
  // Wakes run(), which may wait for a connection. The socket is closed with this object: its number
  // must not become another's while run() uses it.
  shutdown(svr_sock_, SHUT_RDWR);
}

bool HttpServer::process_and_close_socket(socket_t socket) {
  bool accepted = false;
  {
    std::lock_guard lock(guard);
    accepted = !ending;
    if (accepted)
      open.insert(socket);
  }
  bool good = false;
  if (accepted) {
    ConnectionStream stream(socket, limits.timeout, mostHeaderBytes);
    bool closed = false;
    try {
      // It is called between the headers and the body.
      good = process_request(stream, true, closed, [&](httplib::Request &request) {
        stream.allowMore(limits.body);
        // Many overlapping ranges would multiply the answer.
        request.ranges.clear();
      });
    } catch (const std::exception &) {
      // A header that can't be read, or no memory: this connection ends, the server goes on.
      good = false;
    }
    stream.linger();
    std::lock_guard lock(guard);
    open.erase(socket);
  }
  shutdown(socket, SHUT_RDWR);
  close(socket);
  return good;
}

} // namespace wikivet
