// SPDX-License-Identifier: MIT
#include "lint/input/LineReader.h"

namespace wikivet {

LineReader::Result LineReader::next(std::string &line) {
  line.clear();
  bool isTooLong = false;
  while (true) {
    int byte = getc_unlocked(file);
    if (byte == EOF && line.empty() && !isTooLong)
      return Result::End;
    if (byte == EOF || byte == '\n')
      return isTooLong ? Result::TooLong : Result::Line;
    if (line.size() < maxSize)
      line += static_cast<char>(byte);
    else
      isTooLong = true;
  }
}

} // namespace wikivet
