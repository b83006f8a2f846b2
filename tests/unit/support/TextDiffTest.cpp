// SPDX-License-Identifier: MIT
#include "lint/support/TextDiff.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace wikivet {
namespace {

std::string apply(std::string_view before, std::string_view after,
                  const std::vector<Replacement> &changes) {
  std::string text;
  uint32_t place = 0;
  for (const Replacement &change : changes) {
    text += before.substr(place, change.before.begin - place);
    EXPECT_EQ(text.size(), change.after.begin);
    text += after.substr(change.after.begin, change.after.size());
    place = change.before.end;
  }
  return text + std::string(before.substr(place));
}

TEST(TextDiff, NamesLinesAndWords) {
  std::string_view before = "one\ntwo words here\nthree\n", after = "one\ntwo nice words\nthree\n";
  ASSERT_EQ(changedLines(before, after).size(), 1U);
  EXPECT_EQ(changedLines(before, after)[0].before, (Span{.begin = 4, .end = 19}));
  std::vector<Replacement> words = changedWords(before, after);
  EXPECT_EQ(apply(before, after, words), after);
  EXPECT_EQ(mapOffset(words, 8), 13U) << "'words' moved by 'nice '";
  EXPECT_EQ(mapOffset(words, 14), std::nullopt) << "'here' is gone";
  EXPECT_EQ(mapOffset(words, 19), 19U);
  EXPECT_EQ(mapOffset(words, 0), 0U);
  EXPECT_TRUE(changedWords(after, after).empty());
}

TEST(TextDiff, GivesTheOtherText) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    auto text = [&] {
      std::string result;
      for (size_t size = random() % 40; size > 0; --size)
        result += "ab \n"[random() % 4];
      return result;
    };
    std::string before = text(), after = text();
    EXPECT_EQ(apply(before, after, changedLines(before, after)), after);
    std::vector<Replacement> words = changedWords(before, after);
    EXPECT_EQ(apply(before, after, words), after);
    for (uint32_t i = 0; i < before.size(); ++i)
      if (std::optional<uint32_t> place = mapOffset(words, i)) {
        EXPECT_EQ(before[i], after[*place]);
      }
  }
}

TEST(TextDiff, ReplacesWhatHasNothingInCommon) {
  std::string before, after;
  for (int i = 0; i < 5000; ++i) {
    before += "a" + std::to_string(i) + "\n";
    after += "b" + std::to_string(i) + "\n";
  }
  std::vector<Replacement> changes = changedLines("x\n" + before + "y\n", "x\n" + after + "y\n");
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].before.begin, 2U);
}

} // namespace
} // namespace wikivet
