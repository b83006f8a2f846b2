// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <string_view>

namespace wikivet {

/// The English names of the months.
inline constexpr std::array<std::string_view, 12> monthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// A month from 1 to 12 by its English name, its first three letters or "Sept", in any case; 0 if
/// the word is none.
int monthOf(std::string_view word);

/// The day of these numbers; it is not ok() if the calendar (Gregorian) has none.
std::chrono::year_month_day calendarDay(int year, int month, int day);

/// The day that it is now (UTC).
std::chrono::year_month_day currentDay();

/// What a word may be in a date; which words are which depends on the language.
enum class DateWord { None, Month, Qualifier };

/// Whether a text is a date or a range of dates and nothing else: a year from 1000 to 2099, a month
/// with a day or a year, or an ISO date, with words such as "c.", "before" and "present" around it.
/// `classify` is asked for each word, in lower case (ASCII).
bool isDateText(std::string_view text, const std::function<DateWord(std::string_view)> &classify);

} // namespace wikivet
