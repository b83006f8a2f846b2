// SPDX-License-Identifier: MIT
#include "lint/model/Quantity.h"

#include "lint/config/Languages.h"
#include "lint/model/Language.h"
#include "lint/model/Sentences.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace wikivet {
namespace {

const Language &english() { return *findLanguage("en"); }

/// The first quantity of a text, as `low..high`.
std::string quantityIn(std::string_view text) {
  std::vector<Token> tokens = tokenize(text, english());
  for (size_t i = 0; i < tokens.size(); ++i)
    if (std::optional<Quantity> quantity = quantityAt(tokens, i, english()))
      return quantity->high == Quantity::unbounded
                 ? fmt::format("{}..", quantity->low)
                 : fmt::format("{}..{}", quantity->low, quantity->high);
  return "none";
}

TEST(Quantity, ReadsDigitsAndWords) {
  EXPECT_EQ(quantityIn("with 160 countries"), "160..160");
  EXPECT_EQ(quantityIn("1,234,567 people"), "1234567..1234567");
  EXPECT_EQ(quantityIn("twenty-one towns"), "21..21");
  EXPECT_EQ(quantityIn("two hundred and five towns"), "205..205");
  EXPECT_EQ(quantityIn("1.5 million people"), "1500000..1500000");
  EXPECT_EQ(quantityIn("three thousand towns"), "3000..3000");
  EXPECT_EQ(quantityIn("two dozen towns"), "24..24");
  EXPECT_EQ(quantityIn("1\u202F234 towns"), "1234..1234");
}

TEST(Quantity, KnowsBounds) {
  EXPECT_EQ(quantityIn("more than 20 towns"), "20..");
  EXPECT_EQ(quantityIn("up to 20 towns"), "0..20");
  EXPECT_EQ(quantityIn("20–30 towns"), "20..30");
  EXPECT_EQ(quantityIn("20 to 30 towns"), "20..30");
  EXPECT_EQ(quantityIn("no more than 5 towns"), "0..5");
  EXPECT_EQ(quantityIn("between 20 and 30 towns"), "20..30");
  EXPECT_EQ(quantityIn("20 and 30 towns"), "20..20");
  EXPECT_EQ(quantityIn("20 or more towns"), "20..");
  EXPECT_EQ(quantityIn("20 or fewer towns"), "0..20");
  EXPECT_EQ(quantityIn("20+ towns"), "20..");
}

TEST(Quantity, KnowsApproximations) {
  for (std::string_view text : {"about 20 towns", "c. 20 towns", "ca. 20 towns", "some 20 towns",
                                "~20 towns", "20 or so towns", "close to 20 towns"}) {
    std::vector<Token> tokens = tokenize(text, english());
    std::optional<Quantity> found;
    for (size_t i = 0; i < tokens.size() && !found; ++i)
      found = quantityAt(tokens, i, english());
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->bound, Bound::Approximate) << text;
  }
}

TEST(Quantity, PassesOverWhatCountsNothing) {
  for (std::string_view text :
       {"in 1996",    "on 5 May",      "May 5",       "$20",     "20%",         "the 5th town",
        "chapter 12", "GF100 cards",   "one town",    "aged 30", "a 1.5 ratio", "2012–13",
        "at 12:30",   "10 000 people", "−5 of them",  "No. 12",  "5 per cent",  "5–7 %",
        "2½ towns",   "the 21st town", "top 10 towns"})
    EXPECT_EQ(quantityIn(text), "none") << text;
}

TEST(Quantity, LargeNumbersDoNotOverflow) {
  EXPECT_EQ(quantityIn("99999999999999999999 towns"), "none");
  EXPECT_EQ(quantityIn("999999999999999 trillion towns"), "none");
}

TEST(Language, KnowsPlurals) {
  EXPECT_TRUE(english().isPlural("countries"));
  EXPECT_FALSE(english().isPlural("status"));
  EXPECT_FALSE(english().isPlural("class"));
  EXPECT_EQ(english().singular("countries"), "country");
  EXPECT_EQ(english().singular("churches"), "church");
  EXPECT_EQ(english().singular("towns"), "town");
}

TEST(Sentences, EndBeforeCapitals) {
  std::string_view text = "Mr. Smith has 1.5 cars. He (J. Doe) left. \"Yes.\" it was.";
  std::vector<std::string_view> sentences;
  for (Span span : splitSentences(text, &english()))
    sentences.push_back(text.substr(span.begin, span.size()));
  EXPECT_EQ(sentences, (std::vector<std::string_view>{"Mr. Smith has 1.5 cars.",
                                                      "He (J. Doe) left.", "\"Yes.\" it was."}));
}

TEST(Language, ReadsRelations) {
  CountRelation relation = parseRelation("ties", "diplomatic relations/ties with STATE");
  EXPECT_EQ(relation.nounClass, "STATE");
  ASSERT_EQ(relation.words.size(), 3U);
  EXPECT_EQ(relation.words[1], (std::vector<std::string>{"relations", "ties"}));
}

} // namespace
} // namespace wikivet
