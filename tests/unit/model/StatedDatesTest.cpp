// SPDX-License-Identifier: MIT
#include "lint/model/StatedDates.h"

#include "lint/config/Wikis.h"
#include "lint/model/Date.h"
#include "lint/model/Document.h"
#include "lint/support/Regex.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace wikivet {

static std::string print(const std::optional<StatedDate> &date) {
  return date ? fmt::format("{}-{}-{}", date->year, date->month, date->day) : "none";
}

TEST(StatedDates, OnlyCertainOnesAreRead) {
  EXPECT_EQ(print(readCertainDate("1 May 1900 (aged 50), Strelsau")), "1900-5-1");
  EXPECT_EQ(print(readCertainDate("born May 1900")), "1900-5-0");
  EXPECT_EQ(print(readCertainDate("Strelsau, 1900-05-01")), "1900-5-1");
  EXPECT_EQ(print(readCertainDate("in 1900")), "1900-0-0");
  for (std::string_view text :
       {"", "c. 1900", "1900 or 1901", "1900?", "1900–1910", "1900s", "1900/01", "1900, 1901",
        "1 May 1900 – 2 May 1900", "300", "12500", "1900 BC", "1900-05-01, 1901", "aged 50"})
    EXPECT_EQ(print(readCertainDate(text)), "none") << text;
}

static std::string read(std::string_view value) {
  Source source("test", "{{Infobox|a=" + std::string(value) + "}}");
  Document document(source, *anyWiki());
  return print(statedDate(document.templates().all()[0].arguments[0], document));
}

TEST(StatedDates, ArgumentsMayHoldTemplates) {
  EXPECT_EQ(read("{{birth date|df=yes|1900|5|1}}, [[Strelsau]]<ref>1901</ref>{{cn}}"), "1900-5-1");
  EXPECT_EQ(read("{{start date and age|1900}}"), "1900-0-0");
  EXPECT_EQ(read("{{birth-date|1 May 1900}}"), "none");
  EXPECT_EQ(read("[[1 May]] [[1900]]<!-- not 1901 -->"), "1900-5-1");
  EXPECT_EQ(read("{{circa|1900}}"), "none");
  EXPECT_EQ(read("{{birth date|1900|5|1}} or 1901"), "none");
  EXPECT_EQ(read("{{birth date|1900|5|1}} {{birth date|1901|5|1}}"), "none");
}

TEST(StatedDates, OrderIsCertainOrNone) {
  StatedDate year{.year = 1900}, month{.year = 1900, .month = 5},
      day{.year = 1900, .month = 5, .day = 2};
  EXPECT_FALSE(year.isBefore(day));
  EXPECT_FALSE(month.isBefore(day));
  EXPECT_FALSE(day.isBefore(month));
  EXPECT_TRUE((StatedDate{.year = 1900, .month = 4}.isBefore(day)));
  EXPECT_TRUE((StatedDate{.year = 1899}.isBefore(day)));
  EXPECT_TRUE(day.isOlderThan(5, calendarDay(1905, 5, 3)));
  EXPECT_FALSE(day.isOlderThan(5, calendarDay(1905, 5, 2)));
  EXPECT_FALSE(year.isOlderThan(5, calendarDay(1905, 12, 31)));
}

static std::string life(const std::string &page) {
  Source source("test", page);
  Document document(source, *anyWiki());
  Lifespan life = leadLifespan(document);
  return print(life.birth) + " " + print(life.death);
}

TEST(StatedDates, ArticlesBeginWithALifespan) {
  EXPECT_EQ(life("'''A B''' (1 May 1900 – June 1950) was."), "1900-5-1 1950-6-0");
  EXPECT_EQ(life("{{Infobox}}\n'''A''' ({{lang-de|B}}; born 1 May 1900) is."), "1900-5-1 none");
  EXPECT_EQ(life("'''A''' (1900–1950) was."), "1900-0-0 1950-0-0");
  EXPECT_EQ(life("'''A''' (''B'') (born 1900) is."), "1900-0-0 none");
  EXPECT_EQ(life("'''A''' (1900{{ndash}}1950) was."), "1900-0-0 1950-0-0");
  EXPECT_EQ(life("'''A''' (c. 1900 – 1950) was."), "none 1950-0-0");
  for (std::string_view page :
       {"A (1900–1950) was.", "'''A''' (reigned 1900–1950) was.", "'''A''' ({{b|1900–1950}}) was.",
        "'''A''' (1900–1910, 1920–1950) was.", "'''A''' is (as of 1900) this.", "'''A''' was."})
    EXPECT_EQ(life(std::string(page)), "none none") << page;
}

TEST(StatedDates, CategoriesGiveYears) {
  Source source("test", "[[Category:1900_births|A]] [[Category:Births]] [[:Category:1901 births]]");
  Document document(source, *anyWiki());
  std::vector<StatedDate> years = categoryYears(document, *Regex::compile("^(\\d{4}) births$"));
  ASSERT_EQ(years.size(), 1U);
  EXPECT_EQ(years[0].year, 1900);
}

} // namespace wikivet
