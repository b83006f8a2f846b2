// SPDX-License-Identifier: MIT
#include "lint/lsp/Positions.h"
#include "lint/lsp/ContentChanges.h"

#include <gtest/gtest.h>

#include <random>

namespace wikivet::lsp {
namespace {

// U+10348 is four bytes, two units of UTF-16 and one code point; U+00E9 two bytes and one of both.
const std::string text = "a\xF0\x90\x8D\x88z\r\n\xC3\xA9\r\n\nend";

Json place(uint32_t line, uint32_t character) { return {{"line", line}, {"character", character}}; }

TEST(LspPositions, CountsInTheUnitThatWasChosen) {
  LineIndex lines(text);
  EXPECT_EQ(Positions(lines, ColumnUnit::Byte).position(5), place(0, 5));
  EXPECT_EQ(Positions(lines, ColumnUnit::Utf16).position(5), place(0, 3));
  EXPECT_EQ(Positions(lines, ColumnUnit::CodePoint).position(5), place(0, 2));
  for (ColumnUnit unit : {ColumnUnit::Byte, ColumnUnit::Utf16, ColumnUnit::CodePoint}) {
    Positions positions(lines, unit);
    for (uint32_t offset : {0U, 1U, 5U, 6U, 8U, 10U, 12U, 13U, 16U})
      EXPECT_EQ(positions.offset(positions.position(offset)), offset);
  }
}

TEST(LspPositions, WhatIsPastAnEndIsTheEnd) {
  LineIndex lines(text);
  Positions positions(lines, ColumnUnit::Utf16);
  EXPECT_EQ(positions.offset(place(0, 100)), 6U); // before the line break
  EXPECT_EQ(positions.offset(place(1, 100)), 10U);
  EXPECT_EQ(positions.offset(place(2, 1)), 12U);
  EXPECT_EQ(positions.offset(place(100, 0)), text.size());
  EXPECT_EQ(positions.offset(place(2147483647, 2147483647)), text.size());
  EXPECT_EQ(positions.offset({{"line", 18446744073709551615U}, {"character", 0}}), 0U);
  EXPECT_EQ(positions.span({{"start", place(1, 1)}, {"end", place(0, 0)}}).size(), 0U);
  EXPECT_THROW(positions.offset({{"line", "x"}}), Json::exception);
}

TEST(LspPositions, LongLines) {
  std::string line;
  for (int i = 0; i < 20'000; ++i)
    line += "a\xF0\x90\x8D\x88\xC3\xA9";
  std::string two = "x\n" + line + "\nend";
  LineIndex lines(two);
  for (ColumnUnit unit : {ColumnUnit::Byte, ColumnUnit::Utf16, ColumnUnit::CodePoint}) {
    Positions positions(lines, unit);
    for (uint32_t i = 0; i < 20'000; i += 97)
      for (uint32_t offset : {2 + 7 * i, 3 + 7 * i, 7 + 7 * i})
        EXPECT_EQ(positions.offset(positions.position(offset)), offset);
    EXPECT_EQ(positions.offset(place(1, 4'000'000)), 2 + line.size());
  }
}

TEST(LspPositions, TheFirstUnitThatIsKnownIsChosen) {
  auto chosen = [](Json offered) {
    return encodingName(negotiatedUnit({{"general", {{"positionEncodings", std::move(offered)}}}}));
  };
  EXPECT_EQ(chosen({"utf-32", "utf-8"}), "utf-32");
  EXPECT_EQ(chosen({"utf-7", "utf-8"}), "utf-8");
  EXPECT_EQ(chosen({"utf-7"}), "utf-16");
  EXPECT_EQ(chosen(nullptr), "utf-16");
  EXPECT_EQ(encodingName(negotiatedUnit(nullptr)), "utf-16");
}

std::string changed(const std::string &before, const Json &changes) {
  return withChanges(Source("page", before), changes, ColumnUnit::Utf16);
}

Json change(Json start, Json end, const std::string &with) {
  return {{"range", {{"start", std::move(start)}, {"end", std::move(end)}}}, {"text", with}};
}

TEST(LspContentChanges, EachCountsInTheTextBefore) {
  EXPECT_EQ(changed("one\ntwo",
                    {change(place(0, 0), place(0, 1), "O\n"), change(place(1, 0), place(1, 1), "N"),
                     change(place(2, 3), place(2, 3), "!")}),
            "O\nNe\ntwo!");
  EXPECT_EQ(changed("one", {{{"text", "two"}}, change(place(0, 3), place(0, 3), " three")}),
            "two three");
  EXPECT_EQ(changed("a\xF0\x90\x8D\x88z", Json::array({change(place(0, 3), place(0, 4), "")})),
            "a\xF0\x90\x8D\x88");
  // A line break that an edit makes of two halves.
  EXPECT_EQ(changed("a\rb", {change(place(1, 0), place(1, 0), "\n"),
                             change(place(1, 0), place(1, 1), "c")}),
            "a\r\nc");
}

TEST(LspContentChanges, AnyOrderGivesTheSameAsOneByOne) {
  std::mt19937 random(7);
  auto below = [&](uint32_t limit) { return static_cast<uint32_t>(random() % limit); };
  for (int round = 0; round < 300; ++round) {
    std::string start = "ab\r\ncd\rEF\n\xF0\x90\x8D\x88x\ny", stepwise = start;
    Json changes = Json::array();
    for (uint32_t i = 0; i <= below(5); ++i) {
      static const char *words[] = {"", "\n", "\r", "q", "\r\n", "\xC3\xA9"};
      uint32_t line = below(6), character = below(4);
      Json one = change(place(line, character), place(line + below(2), character), words[below(6)]);
      changes.push_back(one);
      stepwise = changed(stepwise, Json::array({one}));
    }
    ASSERT_EQ(changed(start, changes), stepwise) << changes;
  }
}

} // namespace
} // namespace wikivet::lsp
