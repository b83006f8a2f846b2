// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wikivet {

/// What is wrong with a date in a citation.
enum class DateFault : uint8_t {
  None,
  UnknownWord, ///< a word that is no month, season or the like
  Form,        ///< none of the forms that are read
  Day,         ///< the month has no such day
  Month,       ///< an ISO date of a 13th month
  Order,       ///< a range that ends before it begins
};

struct DateReading {
  DateFault fault = DateFault::None;
  int year = 0;                                   ///< the first one; 0 if there is none
  std::optional<std::chrono::year_month_day> day; ///< if it is the date of one day
  std::optional<std::string> better; ///< how the same date is written rightly, if that is certain
};

/// Reads a date as Citation Style 1 does: day, month and year in English or in ISO 8601 form,
/// seasons, quarters, named holidays, ranges, `c.` before it and a letter behind the year. Source
/// of the forms: Help:Citation Style 1 and MOS:DATES of the English Wikipedia.
DateReading readCitationDate(std::string_view text);

/// A day in the form 2020-05-12.
std::string isoDate(std::chrono::year_month_day day);

} // namespace wikivet
