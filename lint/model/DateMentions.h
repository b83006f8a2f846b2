// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Prose.h"
#include "lint/support/Span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

class Document;
class Regex;

/// The order in which a date of a day is written.
enum class DateForm : uint8_t {
  DayMonth, ///< 12 May 2020, 12 May
  MonthDay, ///< May 12, 2020, May 12
  Iso,      ///< 2020-05-12
};

/// A day that an English text names. Its numbers are as written: there may be no such day.
struct DateMention {
  Span span; ///< bytes of the text
  DateForm form = DateForm::DayMonth;
  int year = 0; ///< 0 if none is given
  int month = 0;
  int day = 0;
  bool isRange = false; ///< the last day of a range, or the first with the range in the span
  bool isPlain = true;  ///< no range, no ordinal, no odd comma
};

/// The days that an English text names, in order, in linear time. Months are written in full or in
/// three letters, with a capital.
std::vector<DateMention> findDates(std::string_view text);

/// The same day with the month before or behind the day; the form is not `Iso`. The month is
/// written as in `written`.
std::string writeDate(const DateMention &date, std::string_view written, DateForm form);

/// A day that a page's text names.
struct ProseDate {
  DateMention mention; ///< its span is in the block's text
  const Block *block;
  Span source;

  std::string_view text() const { return block->sentence(mention.span); }
};

/// Those of a page that are in nobody else's words, in document order. `ignored` fits the titles of
/// sections to be left out, with what is under them.
std::vector<ProseDate> findProseDates(const Document &document, const Regex &ignored);

} // namespace wikivet
