// SPDX-License-Identifier: MIT
#include "lint/model/CountClaims.h"

#include "lint/config/Languages.h"
#include "lint/config/Wikis.h"
#include "lint/model/Document.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace wikivet {
namespace {

/// A claim on one line: subject, words before, number, modifiers and noun, words after; marks for
/// the past and for other times.
std::string printed(const CountClaim &claim) {
  return fmt::format("{}{}|{}|{} {}|{}{}{}", claim.hasSubject ? "S " : "",
                     fmt::join(claim.before, " "), claim.quantity.low,
                     fmt::join(claim.modifiers, " "), claim.noun, fmt::join(claim.after, " "),
                     claim.isPast ? " past" : "", claim.isOfOtherTime ? " other" : "");
}

std::vector<std::string> claimsIn(const std::string &text, std::string_view wikiId = "enwiki") {
  Source source("test", "'''Zenda''' or '''ZZ''' is a town.\n\n" + text + "\n");
  std::shared_ptr<const Wiki> wiki = *findWiki(wikiId);
  Document document(source, *wiki);
  std::vector<std::string> lines;
  for (const CountClaim &claim : document.countClaims().all())
    lines.push_back(printed(claim));
  return lines;
}

using Lines = std::vector<std::string>;

TEST(CountClaims, SplitClauses) {
  EXPECT_EQ(claimsIn("Zenda has 12 stone bridges over the river."),
            Lines{"S |12|stone bridges|river"});
  EXPECT_EQ(claimsIn("The town maintained ties with two dozen countries."),
            Lines{"S ties with|24| countries| past"});
  EXPECT_EQ(claimsIn("In the east, the mills of the valley grind for 12 towns."),
            Lines{"mills of valley grind for|12| towns|"});
  EXPECT_EQ(claimsIn("Zenda had a population of 12,000 in 2010."),
            Lines{"S |12000| population|in 2010 past"});
}

TEST(CountClaims, KnowTheSubject) {
  EXPECT_EQ(claimsIn("ZZ has 12 bridges."), Lines{"S |12| bridges|"});
  EXPECT_EQ(claimsIn("It has 12 bridges."), Lines{"S |12| bridges|"});
  EXPECT_EQ(claimsIn("Today the town has 12 bridges."), Lines{"S |12| bridges|"});
  EXPECT_EQ(claimsIn("It is old. It has 12 bridges."), Lines{"it|12| bridges|"});
}

TEST(CountClaims, AreReadInGerman) {
  auto claims = [](const std::string &text) { return claimsIn(text, "dewiki"); };
  EXPECT_EQ(claims("Die Stadt hat zwölf alte Kirchen."), Lines{"S |12|alte kirchen|"});
  EXPECT_EQ(claims("Zenda hatte am 3. Mai 2010 rund 12.000 Einwohner."),
            Lines{"S am 3 . mai 2010|12000| einwohner| past"});
  EXPECT_EQ(claims("Insgesamt gibt es 12 Kirchen."), Lines{"gibt es|12| kirchen|"});
  EXPECT_EQ(claims("Die Stadt wird 12 Kirchen bauen."), Lines{"S wird|12| kirchen|bauen other"});
  for (const char *text : {"Die Stadt ist 12 Jahre alt.", "Es gibt 12 weitere Kirchen.",
                           "Die ersten 12 Kirchen sind alt.", "Sie liegt 12 km im Osten."})
    EXPECT_EQ(claims(text), Lines{}) << text;
}

TEST(CountClaims, AreReadInFrench) {
  auto claims = [](const std::string &text) { return claimsIn(text, "frwiki"); };
  EXPECT_EQ(claims("La ville compte douze ponts couverts."), Lines{"S |12| ponts|couverts"});
  EXPECT_EQ(claims("L’équipe compte 12 joueurs."), Lines{"S |12| joueurs|"});
  EXPECT_EQ(claims("Zenda avait 12\u202F000 habitants en 2010."),
            Lines{"S |12000| habitants|en 2010 past"});
  EXPECT_EQ(claims("La ville n'a pas 12 ponts."), Lines{"S n' pas|12| ponts| other"});
  for (const char *text : {"Elle a 12 ans.", "Il y a 12 autres ponts.",
                           "Les 12 premiers ponts sont là.", "Elle est à 12 km."})
    EXPECT_EQ(claims(text), Lines{}) << text;
}

TEST(CountClaims, KnowOtherTimes) {
  EXPECT_EQ(claimsIn("Zenda planned 12 bridges."), Lines{"S planned|12| bridges| other"});
  EXPECT_EQ(claimsIn("Zenda will not have 12 bridges."), Lines{"S will not|12| bridges| other"});
}

TEST(CountClaims, PassOverPartsMeasuresAndQuotations) {
  for (const char *text :
       {"Zenda has another 12 bridges.", "The first 12 bridges are old.", "Zenda is 12 miles away.",
        "He said \"Zenda has 12 bridges\".", "He said “Zenda has 12 bridges”.",
        "* Zenda has 12 bridges.", "Zenda has 12 other bridges."})
    EXPECT_EQ(claimsIn(text), Lines{}) << text;
}

TEST(CountClaims, NameTimes) {
  const Language &english = *findLanguage("en");
  auto times = [&](std::string_view text) { return timesIn(tokenize(text, english), english); };
  EXPECT_EQ(times("On 5 May 2010 and in the 1990s"),
            (std::set<std::string>{"1990s", "2010", "5", "may"}));
  EXPECT_EQ(times("May 12, in the 19th century"),
            (std::set<std::string>{"12", "19th century", "may"}));
  EXPECT_EQ(times("12 towns"), std::set<std::string>{});
}

} // namespace
} // namespace wikivet
