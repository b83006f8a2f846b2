// SPDX-License-Identifier: MIT
#include "lint/lsp/Log.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstring>

namespace wikivet::lsp {

std::expected<std::unique_ptr<Log>, Error> Log::open(const std::string &path) {
  auto log = std::make_unique<Log>();
  log->file.reset(std::fopen(path.c_str(), "ae"));
  if (!log->file)
    return std::unexpected(Error{fmt::format("{}: {}", path, std::strerror(errno))});
  return log;
}

void Log::line(std::string_view text) {
  if (!file)
    return;
  std::lock_guard lock(guard);
  auto now =
      std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  fmt::print(file.get(), "{:%FT%T} {}\n", now, text);
  std::fflush(file.get());
}

} // namespace wikivet::lsp
