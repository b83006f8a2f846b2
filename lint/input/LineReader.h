// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

namespace wikivet {

/// Reads lines from a stream, each as soon as it is there: whoever writes them may wait for an
/// answer before the next.
class LineReader {
public:
  /// `file` must live as long as the reader.
  LineReader(std::FILE *file, size_t maxSize) : file(file), maxSize(maxSize) {}

  enum class Result : uint8_t { Line, TooLong, End };
  /// The next line, without its line feed. One of more than `maxSize` bytes is read to its end and
  /// lost. The last line need not end in a line feed.
  Result next(std::string &line);

private:
  std::FILE *file;
  size_t maxSize;
};

} // namespace wikivet
