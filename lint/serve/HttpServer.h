// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <set>
#include <string>

namespace wikivet {

/// What a client may take of the server.
struct HttpLimits {
  size_t body = 2 << 20;                     ///< bytes
  std::chrono::milliseconds timeout{10'000}; ///< to send a request, and to receive its answer
};

/// cpp-httplib's server with bounds that hold against clients that mean harm: one request a
/// connection, a deadline and a size for the whole of it, a fixed number of connections at a time;
/// others wait in the system's queue. No ranges, no encoded bodies.
class HttpServer final : public httplib::Server {
public:
  explicit HttpServer(HttpLimits limits);
  ~HttpServer() override;
  HttpServer(const HttpServer &) = delete;
  HttpServer &operator=(const HttpServer &) = delete;

  /// Begins to listen on a name or address; port 0 is any that is free. Gives the port, or -1.
  int bind(const std::string &host, int port);

  /// Whether only programs of this machine can connect.
  bool isLoopback() const;

  /// Serves until end() is called; false if it ended otherwise.
  bool run();

  /// Ends run(): what is being answered is answered, requests that are not yet there are dropped.
  void end();

private:
  bool process_and_close_socket(socket_t socket) override;
  bool isEnding();

  HttpLimits limits;
  std::mutex guard;
  std::set<socket_t> open;
  bool ending = false;
};

} // namespace wikivet
