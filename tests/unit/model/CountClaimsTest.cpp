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

std::vector<std::string> claimsIn(const std::string &text) {
  Source source("test", "'''Zenda''' or '''ZZ''' is a town.\n\n" + text + "\n");
  std::shared_ptr<const Wiki> wiki = *findWiki("enwiki");
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
