// SPDX-License-Identifier: MIT
#include "lint/model/DateMentions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace wikivet {

/// Each mention as `text=year/month/day`, in brackets if it is not plain.
static std::string read(std::string_view text) {
  std::string result;
  for (const DateMention &date : findDates(text)) {
    std::string one = fmt::format("{}={}/{}/{}", text.substr(date.span.begin, date.span.size()),
                                  date.year, date.month, date.day);
    result += date.isPlain ? one + " " : "[" + one + "] ";
  }
  return result;
}

TEST(DateMentions, AreFoundInText) {
  EXPECT_EQ(read("on 12 May 2020, or June 3, 2021."),
            "12 May 2020=2020/5/12 June 3, 2021=2021/6/3 ");
  EXPECT_EQ(read("2020-05-12 and 31 June; Sept. 30"),
            "2020-05-12=2020/5/12 31 June=0/6/31 Sept. 30=0/9/30 ");
  EXPECT_EQ(read("12–14 May 2020, May 12–14, 2020"),
            "[14 May 2020=2020/5/14] [May 12–14, 2020=2020/5/12] ");
  EXPECT_EQ(read("the 3rd of May, 1990"), "[3rd of May, 1990=1990/5/3] ");
  EXPECT_EQ(read("12\u00A0May 2020"), "12\u00A0May 2020=2020/5/12 ");
}

TEST(DateMentions, AreWrittenAnew) {
  auto rewrite = [](std::string_view text, DateForm form) {
    return writeDate(findDates(text).at(0), text, form);
  };
  EXPECT_EQ(rewrite("27th June 1775", DateForm::MonthDay), "June 27, 1775");
  EXPECT_EQ(rewrite("Dec. 24, 2020", DateForm::DayMonth), "24 Dec 2020");
  EXPECT_EQ(rewrite("2020-05-02", DateForm::DayMonth), "2 May 2020");
  EXPECT_EQ(rewrite("2 May", DateForm::MonthDay), "May 2");
}

TEST(DateMentions, NumbersAreNoDays) {
  for (std::string_view text :
       {"17.0.50 December 2011", "March 1,000 men", "May 12:30", "in May 2020", "may 12",
        "1-12-2020-05-12", "9781-02-03-4", "Mayor 12", "the 120 May", "May 12%", "1990-1-2"})
    EXPECT_EQ(read(text), "") << text;
}

} // namespace wikivet
