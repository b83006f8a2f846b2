// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <cstdio>
#include <expected>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace wikivet::lsp {

/// Writes lines with the time to a file, or nowhere. May be called by several threads.
class Log {
public:
  /// Nothing is written.
  Log() = default;
  /// Lines are added to a file.
  static std::expected<std::unique_ptr<Log>, Error> open(const std::string &path);

  void line(std::string_view text);

private:
  struct Closer {
    void operator()(std::FILE *file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Closer> file;
  std::mutex guard;
};

} // namespace wikivet::lsp
