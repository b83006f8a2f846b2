// SPDX-License-Identifier: MIT
#include "lint/support/Regex.h"

#include <gtest/gtest.h>

namespace wikivet {
namespace {

std::vector<std::string> words(std::string_view pattern) {
  return Regex::compile(pattern)->requiredWords();
}

using Words = std::vector<std::string>;

TEST(Regex, RequiredWordsAreInAnyCaseOfAscii) {
  EXPECT_EQ(words("a.*"), Words{"a"});
  EXPECT_EQ(words("fbclid="), Words{"fbclid="});
  EXPECT_EQ(words("(?i)ISBN .*"), Words{"isbn "});
  EXPECT_EQ(words("[^a]*"), Words{});
  EXPECT_EQ(words("\u200B"), Words{"\u200B"});
}

TEST(Regex, RequiredWordsAreFewAndLong) {
  EXPECT_EQ(words("ISBN [0-9X]{10}[.,]"), Words{"isbn "});
  EXPECT_EQ(words("a(?:bc|bcd)[0-9]"), (Words{"abc"}));
  EXPECT_EQ(words("(?:one|three).* or .*(?:seven|eight)"), (Words{"seven", "eight"}));
  EXPECT_EQ(words("[a-z]+(?:foo|bar)"), (Words{"foo", "bar"}));
}

TEST(Regex, LettersOfOtherScriptsRequireNothing) {
  // Their case is not that of the page.
  EXPECT_EQ(words("Ёлка"), Words{});
  EXPECT_EQ(words("Ёлка: x"), Words{": x"});
}

} // namespace
} // namespace wikivet
