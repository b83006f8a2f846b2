// SPDX-License-Identifier: MIT
#include "lint/model/Quantity.h"

#include "lint/model/English.h"
#include "lint/model/Sentences.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace wikivet {
namespace {

/// The first quantity of a text, as `low..high`.
std::string quantityIn(std::string_view text) {
  std::vector<Token> tokens = tokenize(text);
  for (size_t i = 0; i < tokens.size(); ++i)
    if (std::optional<Quantity> quantity = quantityAt(tokens, i))
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
}

TEST(Quantity, KnowsBounds) {
  EXPECT_EQ(quantityIn("more than 20 towns"), "20..");
  EXPECT_EQ(quantityIn("up to 20 towns"), "0..20");
  EXPECT_EQ(quantityIn("20–30 towns"), "20..30");
  EXPECT_EQ(quantityIn("20 to 30 towns"), "20..30");
  EXPECT_EQ(quantityIn("no more than 5 towns"), "0..5");
}

TEST(Quantity, PassesOverWhatCountsNothing) {
  for (std::string_view text :
       {"in 1996", "on 5 May", "May 5", "$20", "20%", "the 5th town", "chapter 12", "GF100 cards",
        "one town", "aged 30", "a 1.5 ratio", "2012–13"})
    EXPECT_EQ(quantityIn(text), "none") << text;
}

TEST(Quantity, LargeNumbersDoNotOverflow) {
  EXPECT_EQ(quantityIn("99999999999999999999 towns"), "none");
  EXPECT_EQ(quantityIn("999999999999999 trillion towns"), "none");
}

TEST(English, KnowsPlurals) {
  EXPECT_TRUE(isPlural("countries"));
  EXPECT_FALSE(isPlural("status"));
  EXPECT_FALSE(isPlural("class"));
  EXPECT_EQ(singular("countries"), "country");
  EXPECT_EQ(singular("churches"), "church");
  EXPECT_EQ(singular("towns"), "town");
}

TEST(Sentences, EndBeforeCapitals) {
  std::string_view text = "Mr. Smith has 1.5 cars. He (J. Doe) left. \"Yes.\" it was.";
  std::vector<std::string_view> sentences;
  for (Span span : splitSentences(text))
    sentences.push_back(text.substr(span.begin, span.size()));
  EXPECT_EQ(sentences, (std::vector<std::string_view>{"Mr. Smith has 1.5 cars.",
                                                      "He (J. Doe) left.", "\"Yes.\" it was."}));
}

} // namespace
} // namespace wikivet
