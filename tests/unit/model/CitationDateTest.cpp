// SPDX-License-Identifier: MIT
#include "lint/model/CitationDate.h"

#include <gtest/gtest.h>

namespace wikivet {
namespace {

DateFault faultOf(std::string_view date) { return readCitationDate(date).fault; }
std::string betterThan(std::string_view date) { return readCitationDate(date).better.value_or(""); }

TEST(CitationDate, ReadsEveryForm) {
  for (std::string_view date : {"2020-05-12",
                                "12 May 2020",
                                "May 12, 2020",
                                "12–14 May 2020",
                                "May 12–14, 2020",
                                "30 May – 2 June 2020",
                                "May 30 – June 2, 2020",
                                "30 Dec 2019 – 2 Jan 2020",
                                "December 30, 2019 – January 2, 2020",
                                "May 2020",
                                "May–June 2020",
                                "May 2019 – June 2020",
                                "Summer 2020",
                                "Spring–Summer 2020",
                                "Winter 1999–2000",
                                "Winter 1999–00",
                                "First Quarter 2020",
                                "Christmas 2020",
                                "2020",
                                "1999–2000",
                                "1967–68",
                                "c. 1850",
                                "2005a",
                                "n.d.",
                                "nd",
                                "29 February 2024",
                                "2020-05-XX",
                                "476"})
    EXPECT_EQ(faultOf(date), DateFault::None) << date;
}

TEST(CitationDate, SaysWhatIsWrong) {
  EXPECT_EQ(faultOf("31 June 2020"), DateFault::Day);
  EXPECT_EQ(faultOf("29 February 2023"), DateFault::Day);
  EXPECT_EQ(faultOf("February 30, 2020"), DateFault::Day);
  EXPECT_EQ(faultOf("2020-02-30"), DateFault::Day);
  EXPECT_EQ(faultOf("2020-13-01"), DateFault::Month);
  EXPECT_EQ(faultOf("14–12 May 2020"), DateFault::Order);
  EXPECT_EQ(faultOf("2020–2019"), DateFault::Order);
  EXPECT_EQ(faultOf("1999–98"), DateFault::Order);
  EXPECT_EQ(faultOf("soon"), DateFault::UnknownWord);
  // May be a month or a year.
  for (std::string_view date : {"2001–02", "2001-02", "12/05/2020", "12.05.2020", "May 12", "20",
                                "?", "", "–", "99999999999999999999", "May 12, 2020, 2021"})
    EXPECT_EQ(faultOf(date), DateFault::Form) << date;
}

TEST(CitationDate, RewritesOnlyWhatIsCertain) {
  EXPECT_EQ(betterThan("may 12 2020"), "May 12, 2020");
  EXPECT_EQ(betterThan("12th of May 2020"), "12 May 2020");
  EXPECT_EQ(betterThan("Sept. 2020"), "Sep 2020");
  EXPECT_EQ(betterThan("Monday, 05 May 2014"), "5 May 2014");
  EXPECT_EQ(betterThan("May, 2020"), "May 2020");
  EXPECT_EQ(betterThan("2020/5/2"), "2020-05-02");
  EXPECT_EQ(betterThan("1999-2000"), "1999–2000");
  EXPECT_EQ(betterThan("Winter 2004-05"), "Winter 2004–05");
  EXPECT_EQ(betterThan("May-June 2005a"), "May–June 2005a");
  EXPECT_EQ(betterThan("first quarter 2020"), "");
  EXPECT_EQ(betterThan("12-May-2020"), "12 May 2020");
  EXPECT_EQ(betterThan("May/June 2020"), "May–June 2020");
  EXPECT_EQ(betterThan("May 2019-June 2020"), "May 2019 – June 2020");
  for (std::string_view date :
       {"12/05/2020", "2001-02", "31 June 2020", "May 12", "soon", "12.5.2020"})
    EXPECT_EQ(betterThan(date), "") << date;
}

TEST(CitationDate, KnowsDayAndYear) {
  using namespace std::chrono;
  for (std::string_view date : {"2020-05-12", "12 May 2020", "May 12, 2020"})
    EXPECT_EQ(readCitationDate(date).day, 2020y / May / 12) << date;
  EXPECT_FALSE(readCitationDate("May 2020").day);
  EXPECT_EQ(readCitationDate("May 2020").year, 2020);
  EXPECT_EQ(isoDate(2020y / May / 2), "2020-05-02");
}

} // namespace
} // namespace wikivet
