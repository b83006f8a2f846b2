// SPDX-License-Identifier: MIT
#include "lint/model/Date.h"

#include <gtest/gtest.h>

namespace wikivet {

static DateWord classify(std::string_view word) {
  if (word == "january" || word == "may")
    return DateWord::Month;
  return word == "c" || word == "before" || word == "present" ? DateWord::Qualifier
                                                              : DateWord::None;
}

TEST(Date, AcceptsDatesOnly) {
  for (std::string_view date :
       {"1996", "1918–1921", "5 May 1996", "May 1996", "1996-01-05", "c. 1850", "before 1900",
        "5 January", "1996–present", "1st May 1996", "2012–13"})
    EXPECT_TRUE(isDateText(date, classify)) << date;
  for (std::string_view other :
       {"", "12", "105 days", "9999", "1996 (lost)", "Mid May", "12,500", "in the year 1996"})
    EXPECT_FALSE(isDateText(other, classify)) << other;
}

} // namespace wikivet
