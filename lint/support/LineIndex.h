// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wikivet {

/// A place as people and editors count it. All numbers are 1-based.
struct Position {
  uint32_t line = 1;
  uint32_t column = 1; ///< in the unit asked for

  friend bool operator==(Position, Position) = default;
  friend auto operator<=>(Position, Position) = default;
};

/// The unit in which columns are counted.
enum class ColumnUnit : uint8_t { Byte, CodePoint, Utf16 };

/// Finds lines and columns of byte offsets. A line ends after LF, CRLF or a lone CR.
/// Built in one pass; a look-up is a binary search and a count within some thousand bytes at most.
/// In text that is not UTF-8 each byte that starts no valid sequence counts as one code point.
class LineIndex {
public:
  /// `text` must outlive the index.
  explicit LineIndex(std::string_view text);

  uint32_t lineCount() const { return static_cast<uint32_t>(starts.size()); }

  /// Place of a byte offset, which may be the end of the text.
  Position position(uint32_t offset, ColumnUnit unit = ColumnUnit::CodePoint) const;

  /// Byte offset of a place; a column past the line's end gives the line's end, a line past
  /// the last gives the end of the text.
  uint32_t offset(Position position, ColumnUnit unit = ColumnUnit::CodePoint) const;

  /// Text of a 1-based line, without its line ending.
  std::string_view line(uint32_t number) const;

private:
  /// A place in a long line, from which columns are counted on.
  struct Mark {
    uint32_t offset;
    uint32_t codePoints, utf16; ///< columns before it
  };
  void markLongLines();
  /// The last mark of the line that begins at `start` and holds `offset`, or the line's start.
  Mark markBefore(uint32_t start, uint32_t offset) const;

  std::string_view text;
  std::vector<uint32_t> starts;
  std::vector<Mark> marks; ///< in very long lines
};

} // namespace wikivet
