// SPDX-License-Identifier: MIT
#include "lint/support/LineIndex.h"

#include <gtest/gtest.h>

namespace wikivet {

TEST(LineIndex, CountsInEveryUnit) {
  // "é" has 2 bytes, "𝄞" 4 bytes and 2 UTF-16 units.
  LineIndex index("ab\né𝄞x\n");
  EXPECT_EQ(index.lineCount(), 3U);
  EXPECT_EQ(index.position(9, ColumnUnit::Byte), (Position{.line = 2, .column = 7}));
  EXPECT_EQ(index.position(9, ColumnUnit::CodePoint), (Position{.line = 2, .column = 3}));
  EXPECT_EQ(index.position(9, ColumnUnit::Utf16), (Position{.line = 2, .column = 4}));
  for (ColumnUnit unit : {ColumnUnit::Byte, ColumnUnit::CodePoint, ColumnUnit::Utf16})
    for (uint32_t offset : {0U, 1U, 2U, 3U, 5U, 9U, 10U, 11U})
      EXPECT_EQ(index.offset(index.position(offset, unit), unit), offset);
}

TEST(LineIndex, KnowsAllLineEnds) {
  LineIndex index("a\r\nb\rc\nd");
  EXPECT_EQ(index.lineCount(), 4U);
  EXPECT_EQ(index.line(1), "a");
  EXPECT_EQ(index.line(2), "b");
  EXPECT_EQ(index.line(4), "d");
}

TEST(LineIndex, CountsInLongLines) {
  std::string text = "a\n";
  for (int i = 0; i < 5000; ++i)
    text += "ä𝄞x";
  text += "\nend";
  LineIndex lines(text);
  for (uint32_t i = 0; i < 5000; i += 37) {
    uint32_t offset = 2 + i * 7;
    EXPECT_EQ(lines.position(offset), (Position{2, i * 3 + 1}));
    EXPECT_EQ(lines.position(offset + 2), (Position{2, i * 3 + 2}));
    EXPECT_EQ(lines.position(offset + 6, ColumnUnit::Utf16), (Position{2, i * 4 + 4}));
    EXPECT_EQ(lines.position(offset, ColumnUnit::Byte), (Position{2, i * 7 + 1}));
  }
  EXPECT_EQ(lines.position(static_cast<uint32_t>(text.size())), (Position{3, 4}));
}

TEST(LineIndex, TakesAnyBytes) {
  LineIndex index("\xff\xc3\n\xf0\x9f");
  EXPECT_EQ(index.position(2), (Position{.line = 1, .column = 3}));
  EXPECT_EQ(index.position(5), (Position{.line = 2, .column = 3}));
  EXPECT_EQ(index.offset({.line = 9, .column = 1}), 5U);
  EXPECT_EQ(index.offset({.line = 1, .column = 99}), 2U);
}

} // namespace wikivet
