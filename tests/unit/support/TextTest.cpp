// SPDX-License-Identifier: MIT
#include "lint/support/Text.h"

#include "lint/support/Suggest.h"

#include <gtest/gtest.h>

namespace wikivet {

TEST(Text, DecodesUtf8) {
  EXPECT_EQ(decodeUtf8("é").value, U'é');
  EXPECT_EQ(decodeUtf8("𝄞").length, 4U);
  for (std::string_view bad :
       {"\xff", "\xc3", "\xe2\x82", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80"}) {
    EXPECT_EQ(decodeUtf8(bad).value, 0xFFFDU);
    EXPECT_EQ(decodeUtf8(bad).length, 1U);
  }
}

TEST(Text, TrimsCollapsesAndShortens) {
  EXPECT_EQ(trim(" a b\n"), "a b");
  EXPECT_EQ(collapseSpaces("  a \n\t b "), "a b");
  EXPECT_EQ(collapseSpaces("   "), "");
  EXPECT_EQ(shorten("äöü", 3), "äöü");
  EXPECT_EQ(shorten("äöüß", 3), "äöü…");
  EXPECT_EQ(excerpt("  ä \n ö ", 3), "ä ö");
  EXPECT_EQ(excerpt("ä  öü", 3), "ä ö…");
  EXPECT_EQ(excerpt("ä  ö", 2), "ä…");
  EXPECT_EQ(excerpt("", 2), "");
}

TEST(Suggest, FindsNearWordsOnly) {
  EXPECT_EQ(suggest("sumary", {"summary", "severity"}), "summary");
  EXPECT_EQ(suggest("teh", {"the"}), "the");
  EXPECT_EQ(suggest("banana", {"summary", "severity"}), "");
}

} // namespace wikivet
