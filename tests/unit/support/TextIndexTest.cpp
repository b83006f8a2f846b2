// SPDX-License-Identifier: MIT
#include "lint/support/TextIndex.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wikivet {
namespace {

using Places = std::vector<uint32_t>;

Places placesOf(std::string_view word, std::string_view text) {
  Places places;
  TextIndex(text).forEachPlace(word, [&](uint32_t place) {
    places.push_back(place);
    return true;
  });
  std::ranges::sort(places);
  return places;
}

TEST(TextIndex, FindsAllPlacesInAnyCaseOfAscii) {
  EXPECT_EQ(placesOf("isbn", "ISBN, isbn and IsBn; is bn"), (Places{0, 6, 15}));
  EXPECT_EQ(placesOf("aa", "aaaa"), (Places{0, 1, 2}));
  EXPECT_EQ(placesOf("[", "[[a]]["), (Places{0, 1, 5}));
  EXPECT_EQ(placesOf("\u200B", "a\u200Bb\u200Cc\u200B"), (Places{1, 9}));
}

TEST(TextIndex, TakesTheEndsOfTheTextAsTheyAre) {
  EXPECT_EQ(placesOf("ab", "ab"), Places{0});
  EXPECT_EQ(placesOf("abc", "ab"), Places{});
  EXPECT_EQ(placesOf("abc", "xbcabc ab"), Places{3});
  EXPECT_EQ(placesOf("a", ""), Places{});
  EXPECT_EQ(placesOf("ab", ""), Places{});
}

TEST(TextIndex, StopsWhenTold) {
  uint32_t calls = 0;
  EXPECT_FALSE(TextIndex("aaaa").forEachPlace("a", [&](uint32_t) { return ++calls < 2; }));
  EXPECT_EQ(calls, 2U);
}

TEST(TextIndex, KnowsWhatIsNotThere) {
  TextIndex index("the Town");
  EXPECT_TRUE(index.mayHold("TOWN"));
  EXPECT_FALSE(index.mayHold("two"));
  EXPECT_FALSE(index.mayHold("x"));
}

} // namespace
} // namespace wikivet
