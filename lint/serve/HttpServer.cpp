// SPDX-License-Identifier: MIT
#include "lint/serve/HttpServer.h"

#include "lint/serve/ConnectionStream.h"
#include "lint/serve/ConnectionThreads.h"

#include <exception>
#include <sys/socket.h>
#include <unistd.h>

namespace wikivet {

/// At a time. Each has a thread, which costs little more than what it reads and writes.
static constexpr size_t mostConnections = 512;
/// Those that were not accepted yet. The library asks for 5, too few for a burst.
static constexpr int mostWaiting = 1024;
/// Of the request line and all headers.
static constexpr size_t mostHeaderBytes = 64 << 10;

HttpServer::HttpServer(HttpLimits limits) : limits(limits) {
  new_task_queue = [] { return new ConnectionThreads(mostConnections); };
  set_payload_max_length(limits.body);
  // The library's own options would let two servers share a port.
  set_socket_options([](socket_t socket) {
    int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  });
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

bool HttpServer::run() { return listen_after_bind(); }

void HttpServer::end() {
  {
    std::lock_guard lock(guard);
    ending = true;
    for (socket_t socket : open)
      shutdown(socket, SHUT_RD);
  }
  // What stop() of the library does, which does nothing before run() has begun.
  socket_t listening = svr_sock_.exchange(INVALID_SOCKET);
  if (listening == INVALID_SOCKET)
    return;
  shutdown(listening, SHUT_RDWR);
  close(listening);
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
    ConnectionStream stream(socket, limits.timeout, limits.body + mostHeaderBytes);
    bool closed = false;
    try {
      good = process_request(stream, true, closed, [](httplib::Request &request) {
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
