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

const Language &german() { return *findLanguage("de"); }
const Language &french() { return *findLanguage("fr"); }

/// The first quantity of a text, as `low..high`.
std::string quantityIn(std::string_view text, const Language &language = english()) {
  std::vector<Token> tokens = tokenize(text, language);
  for (size_t i = 0; i < tokens.size(); ++i)
    if (std::optional<Quantity> quantity = quantityAt(tokens, i, language))
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

/// The words from the first number to the noun that it counts; empty if there is none.
std::string countedIn(std::string_view text, const Language &language) {
  std::vector<Token> tokens = tokenize(text, language);
  for (size_t i = 0; i < tokens.size(); ++i)
    if (std::optional<Quantity> quantity = quantityAt(tokens, i, language)) {
      size_t end = nounPhraseEnd(tokens, quantity->next, language);
      return end == quantity->next
                 ? ""
                 : std::string(text.substr(tokens[i].begin, tokens[end - 1].end - tokens[i].begin));
    }
  return "";
}

TEST(Quantity, ReadsGermanNumbers) {
  EXPECT_EQ(quantityIn("12.345 Einwohner", german()), "12345..12345");
  EXPECT_EQ(quantityIn("12\u202F345 Einwohner", german()), "12345..12345");
  EXPECT_EQ(quantityIn("einundzwanzig Orte", german()), "21..21");
  EXPECT_EQ(quantityIn("siebenundneunzig Orte", german()), "97..97");
  EXPECT_EQ(quantityIn("1,5 Millionen Menschen", german()), "1500000..1500000");
  EXPECT_EQ(quantityIn("Über 30 Orte", german()), "30..");
  EXPECT_EQ(quantityIn("bis zu 30 Orte", german()), "0..30");
  EXPECT_EQ(quantityIn("20 bis 30 Orte", german()), "20..30");
  for (std::string_view text : {"ein Ort", "am 3. Mai", "der 3. Ort", "12,5 Orte", "im Jahr 1996",
                                "Nr. 12", "12 %", "60er Jahre", "um 12 Uhr", "Seite 12"})
    EXPECT_EQ(quantityIn(text, german()), "none") << text;
}

TEST(Quantity, ReadsFrenchNumbers) {
  EXPECT_EQ(quantityIn("12\u202F345 habitants", french()), "12345..12345");
  EXPECT_EQ(quantityIn("vingt-deux villes", french()), "22..22");
  EXPECT_EQ(quantityIn("soixante-dix-sept villes", french()), "77..77");
  EXPECT_EQ(quantityIn("deux cents villes", french()), "200..200");
  EXPECT_EQ(quantityIn("plus de 30 villes", french()), "30..");
  EXPECT_EQ(quantityIn("jusqu'à 30 villes", french()), "0..30");
  EXPECT_EQ(quantityIn("jusqu’à 30 villes", french()), "0..30");
  EXPECT_EQ(quantityIn("entre 20 et 30 villes", french()), "20..30");
  for (std::string_view text : {"une ville", "le 3 mai", "la 3e ville", "en 1996", "12 pour cent",
                                "12 %", "page 12", "n° 12", "à 12 h"})
    EXPECT_EQ(quantityIn(text, french()), "none") << text;
}

TEST(NounPhrase, EndsAsTheLanguageHasIt) {
  EXPECT_EQ(countedIn("the 12 old stone bridges over it", english()), "12 old stone bridges");
  EXPECT_EQ(countedIn("die 12 alten Brücken der Stadt", german()), "12 alten Brücken");
  EXPECT_EQ(countedIn("hat 12 Ämter", german()), "12 Ämter");
  EXPECT_EQ(countedIn("hat 12 Berliner Bezirke", german()), "");
  EXPECT_EQ(countedIn("um 12 zog Karl fort", german()), "");
  EXPECT_EQ(countedIn("von 12 auf Seiten der Stadt", german()), "");
  EXPECT_EQ(countedIn("les 12 grands ponts couverts de la ville", french()), "12 grands ponts");
  EXPECT_EQ(countedIn("12 communes rurales", french()), "12 communes");
  EXPECT_EQ(countedIn("12 d’entre elles", french()), "");
  EXPECT_EQ(countedIn("12 tout au plus", french()), "");
}

TEST(Tokens, EndAtElisions) {
  std::vector<std::string> words;
  for (const Token &token : tokenize("L’école d'art aujourd'hui", french()))
    words.push_back(token.lower);
  EXPECT_EQ(words, (std::vector<std::string>{"l'", "école", "d'", "art", "aujourd'hui"}));
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

TEST(Sentences, GoOnAfterGermanOrdinals) {
  EXPECT_EQ(splitSentences("Am 3. Mai war z. B. der 2. Tag. Er ging.", &german()).size(), 2U);
}

TEST(Language, ReadsRelations) {
  CountRelation relation = parseRelation("ties", "diplomatic relations/ties with STATE");
  EXPECT_EQ(relation.nounClass, "STATE");
  ASSERT_EQ(relation.words.size(), 3U);
  EXPECT_EQ(relation.words[1], (std::vector<std::string>{"relations", "ties"}));
}

} // namespace
} // namespace wikivet
