// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <string>

namespace wikivet {

/// A connection whose time and size are bounded as a whole. cpp-httplib's own stream starts its
/// clock anew with each byte and takes headers of any number, so that one slow or talkative client
/// could hold a thread, or fill the memory, for ever.
class ConnectionStream final : public httplib::Stream {
public:
  /// What the other side may take to send its request, and then to receive the answer. Reading ends
  /// with an error after `most` bytes. The socket stays the caller's.
  ConnectionStream(socket_t socket, std::chrono::milliseconds timeout, size_t most);

  /// Lets it read more bytes.
  void allowMore(size_t bytes) { left += bytes; }

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char *to, size_t size) override;
  ssize_t write(const char *from, size_t size) override;
  void get_remote_ip_and_port(std::string &ip, int &port) const override;
  void get_local_ip_and_port(std::string &ip, int &port) const override;
  socket_t socket() const override;

  /// After an answer: says to the other side that nothing more comes, and reads what it still
  /// sends, for a short time: a socket that is closed with unread bytes is reset, and the answer
  /// may be lost with it.
  void linger();

private:
  using Clock = std::chrono::steady_clock;

  bool waitFor(short events, Clock::time_point deadline) const;

  socket_t handle;
  std::chrono::milliseconds timeout;
  size_t left; ///< bytes that may still be read
  Clock::time_point readDeadline;
  Clock::time_point writeDeadline = Clock::time_point::max(); ///< max: nothing is being written
  // The request line and headers are read byte by byte.
  std::array<char, 4096> buffer{};
  size_t begin = 0; ///< of what is unread in the buffer
  size_t end = 0;
};

} // namespace wikivet
