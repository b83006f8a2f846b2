// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

namespace wikivet {

/// What a word may be in a date; which words are which depends on the language.
enum class DateWord { None, Month, Qualifier };

/// Whether a text is a date or a range of dates and nothing else: a year from 1000 to 2099, a month
/// with a day or a year, or an ISO date, with words such as "c.", "before" and "present" around it.
/// `classify` is asked for each word, in lower case (ASCII).
bool isDateText(std::string_view text, const std::function<DateWord(std::string_view)> &classify);

} // namespace wikivet
