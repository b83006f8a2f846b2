// SPDX-License-Identifier: MIT
#pragma once

#include "lint/lsp/Log.h"
#include "lint/lsp/Protocol.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace wikivet::lsp {

/// What the server says to the client. May be used by several threads.
class Connection {
public:
  /// `MessageType`
  enum class Level : uint8_t { Error = 1, Warning, Info, Log };
  /// Takes the result of a request; null if it failed.
  using OnResult = std::function<void(const Json &)>;

  Connection(MessageSink sink, Log &log) : sink(std::move(sink)), log(&log) {}

  void notify(std::string_view method, Json params);
  void answer(const Json &id, Answer answer);
  void request(std::string_view method, Json params, OnResult onResult = nullptr);
  /// A response of the client.
  void take(const Json &response);
  /// Shown to the user, and logged.
  void show(Level level, const std::string &message);

private:
  MessageSink sink;
  Log *log;
  std::mutex guard;
  int64_t lastId = 0;
  std::map<int64_t, OnResult> asked;
};

} // namespace wikivet::lsp
