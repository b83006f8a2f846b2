// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Templates.h"
#include "lint/support/Span.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wikivet {

class Document;
class Regex;

/// A date as far as a page gives it, and where.
struct StatedDate {
  int year = 0;
  int month = 0; ///< 0 if not given
  int day = 0;   ///< 0 if not given
  Span span;     ///< in the source

  /// Whether it is certainly the earlier one.
  bool isBefore(const StatedDate &other) const;
  /// Whether more than so many years lie between it and a day, for certain.
  bool isOlderThan(int64_t years, std::chrono::year_month_day day) const;
};

/// The date of an English text that says one year from 1000 to 2099 in four digits, without any
/// word or sign that makes it uncertain; nothing for other texts. Its span is left empty.
std::optional<StatedDate> readCertainDate(std::string_view text);

/// The date that an argument gives in words or in a template of the wiki's set `calendar-date`;
/// nothing if it gives none or several, is uncertain, or has a template that is not known.
std::optional<StatedDate> statedDate(const Argument &argument, const Document &document);

/// The date that a call gives in its positional arguments from `first`: year, month, day.
std::optional<StatedDate> calendarDate(const Template &call, uint32_t first);

/// The years that a page's categories give, in document order: what a group of the pattern matches
/// in their names (without namespace and sort key).
std::vector<StatedDate> categoryYears(const Document &document, const Regex &pattern);

/// Dates of birth and death.
struct Lifespan {
  std::optional<StatedDate> birth, death;
};

/// Those in the brackets behind the name in bold with which an English article begins: "(1 May 1900
/// – 2 June 1950)", "(born 1900)".
Lifespan leadLifespan(const Document &document);

} // namespace wikivet
