// SPDX-License-Identifier: MIT
#include "tests/harness/Incremental.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace wikivet::tests {

TEST(Incremental, RandomEditsGiveTheTreeOfAFreshParse) {
  static constexpr std::array<std::string_view, 40> pieces = {
      "{{",        "}}",     "{{{",         "}}}",        "[[",   "]]",    "|",     "||",
      "\n",        "\n|-\n", "\n{|",        "\n|}",       "\n!",  "<b>",   "</b>",  "<ref>",
      "</ref>",    "<!--",   "-->",         "'''",        "''",   "\n==",  "==\n",  "\n* ",
      " a ",       "b",      "http://a.b ", "[http://c ", "]",    "-{",    "}-",    "<nowiki>",
      "</nowiki>", "=",      "&nbsp;",      "ä",          "\xff", "File:", "{{!}}", "\n "};
  std::mt19937 random(20251125); // NOLINT: the same edits each time
  auto below = [&](size_t limit) { return static_cast<uint32_t>(random() % limit); };
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (uint32_t i = below(40); i > 0; --i)
      text += pieces[below(pieces.size())];
    IncrementalParser parser(text);
    for (int edit = 0; edit < 50; ++edit) {
      uint32_t begin = below(parser.text().size() + 1);
      uint32_t length =
          std::min<uint32_t>(below(8), static_cast<uint32_t>(parser.text().size()) - begin);
      parser.edit(begin, length, below(3) == 0 ? "" : pieces[below(pieces.size())]);
      ASSERT_TRUE(parser.equalsFreshParse()) << parser.text();
    }
  }
}

} // namespace wikivet::tests
