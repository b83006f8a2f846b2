// SPDX-License-Identifier: MIT
#include "lint/model/Enumeration.h"

#include "lint/config/Languages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace wikivet {
namespace {

const Language &english() { return *findLanguage("en"); }

std::string atEnd(std::string_view text, const Language &language = english()) {
  auto found = announcementAtEnd(tokenize(text, language), language);
  return found ? fmt::format("{} {}", fmt::join(found->accepted, "/"), found->noun) : "none";
}

std::string within(std::string_view text, const Language &language = english()) {
  auto found = announcementWithin(tokenize(text, language), language);
  return found ? fmt::format("{} {}", fmt::join(found->accepted, "/"), found->noun) : "none";
}

std::string items(std::string_view text) {
  auto found = countItems(tokenize(text, english()), english());
  return found ? fmt::format("{}-{}", found->least, found->most) : "none";
}

TEST(Enumeration, IsAnnouncedAtTheEnd) {
  EXPECT_EQ(atEnd("The league has seven clubs"), "7 clubs");
  EXPECT_EQ(atEnd("It has one village and 12 old towns"), "12/13 towns");
  EXPECT_EQ(atEnd("It has 3 cities and 12 towns"), "3/12/15 towns");
  EXPECT_EQ(atEnd("The first of 12 towns"), "none");
  EXPECT_EQ(atEnd("Another 12 towns"), "none");
  EXPECT_EQ(atEnd("about 12 towns"), "none");
  EXPECT_EQ(atEnd("12 towns of the east"), "none");
  EXPECT_EQ(atEnd("The 12 towns of the east are"), "12 towns");
  EXPECT_EQ(atEnd("Twelve towns were"), "12 towns");
  EXPECT_EQ(atEnd("The first 12 towns are"), "none");
  EXPECT_EQ(atEnd("The 12 towns with 5 gates are"), "none");
}

TEST(Enumeration, IsAnnouncedWithin) {
  EXPECT_EQ(within("The following 12 towns lie in the east"), "12 towns");
  EXPECT_EQ(within("This is a list of the 12 towns of Ruritania"), "12 towns");
  EXPECT_EQ(within("There are 12 towns in the east"), "none");
}

TEST(Enumeration, IsAnnouncedInGermanAndFrench) {
  const Language &german = *findLanguage("de"), &french = *findLanguage("fr");
  EXPECT_EQ(atEnd("Die Stadt hat folgende 12 Ortsteile", german), "12 ortsteile");
  EXPECT_EQ(atEnd("Die zwölf Orte der Gemeinde sind", german), "12 orte");
  EXPECT_EQ(atEnd("Die ersten 12 Orte sind", german), "none");
  EXPECT_EQ(within("Die folgenden 12 Orte liegen im Osten", german), "12 orte");
  EXPECT_EQ(atEnd("La ville est divisée en 12 quartiers", french), "12 quartiers");
  EXPECT_EQ(atEnd("Elle compte les douze quartiers suivants", french), "12 quartiers");
  EXPECT_EQ(within("Les 12 quartiers suivants sont anciens", french), "12 quartiers");
  EXPECT_EQ(atEnd("Les 12 premiers quartiers sont", french), "none");
}

TEST(Enumeration, CountsItems) {
  EXPECT_EQ(items("Strelsau, Zenda and Hentzau"), "3-3");
  EXPECT_EQ(items("Strelsau, Zenda, and Hentzau"), "3-3");
  EXPECT_EQ(items("Rudolf, the king, Michael, and Flavia"), "3-4");
  EXPECT_EQ(items("Strelsau, Zenda and two others"), "none");
  EXPECT_EQ(items("the old, for friends, and the new, in red"), "2-4");
}

} // namespace
} // namespace wikivet
