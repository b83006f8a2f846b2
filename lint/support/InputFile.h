// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <memory>
#include <string>

namespace wikivet {

/// A file that is being read, or standard input. Errors name the file.
class InputFile {
public:
  /// Opens a file, or standard input for `-`.
  static std::expected<InputFile, Error> open(const std::string &path);

  /// All of a file, or of standard input for `-`.
  static std::expected<std::string, Error> readWhole(const std::string &path);

  /// Appends at most `limit` bytes, fewer at the end of the file.
  std::expected<void, Error> read(std::string &text, size_t limit);
  /// Goes on reading at a byte of the file; an error if it can't, as on a pipe.
  std::expected<void, Error> seek(uint64_t offset);

private:
  struct Closer {
    void operator()(std::FILE *file) const;
  };
  InputFile(std::FILE *file, std::string name) : file(file), name(std::move(name)) {}
  std::unique_ptr<std::FILE, Closer> file;
  std::string name;
};

/// All that an InputFile, or another stream of bytes with such a read(), has still to give. Texts
/// of 4 GiB and more are refused.
template <typename Stream>
std::expected<void, Error> readAll(Stream &stream, const std::string &name, std::string &text) {
  constexpr size_t least = size_t{1} << 16, most = size_t{1} << 20;
  for (size_t before = text.size();; before = text.size()) {
    if (auto result = stream.read(text, std::clamp(before, least, most)); !result)
      return result;
    if (text.size() == before)
      return {};
    if (text.size() >= UINT32_MAX)
      return std::unexpected(Error{name + ": larger than 4 GiB"});
  }
}

} // namespace wikivet
