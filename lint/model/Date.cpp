// SPDX-License-Identifier: MIT
#include "lint/model/Date.h"

#include "lint/support/Text.h"

#include <charconv>
#include <cstdint>
#include <string>

namespace wikivet {

int monthOf(std::string_view word) {
  for (size_t i = 0; i < monthNames.size(); ++i)
    if (equalsIgnoringCase(word, monthNames[i]) ||
        equalsIgnoringCase(word, monthNames[i].substr(0, 3)))
      return static_cast<int>(i) + 1;
  return equalsIgnoringCase(word, "sept") ? 9 : 0;
}

std::chrono::year_month_day calendarDay(int year, int month, int day) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(static_cast<unsigned>(day))};
}

std::chrono::year_month_day currentDay() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

static bool isWordByte(char c) { return isLetterByte(c) || isDigit(c); }

/// Length of a dash, a no-break space or the like at the start of a text, or 0.
static size_t separatorLength(std::string_view text) {
  for (std::string_view separator : {"–", "—", "−", "‒", "\u00A0", "‑", "→", "…"})
    if (text.starts_with(separator))
      return separator.size();
  return 0;
}

bool isDateText(std::string_view text, const std::function<DateWord(std::string_view)> &classify) {
  uint32_t years = 0, months = 0, smallNumbers = 0;
  for (size_t i = 0; i < text.size();) {
    if (size_t length = separatorLength(text.substr(i)); length > 0) {
      i += length;
      continue;
    }
    if (!isWordByte(text[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    bool isNumber = isDigit(text[i]);
    while (end < text.size() && isWordByte(text[end]) && isDigit(text[end]) == isNumber &&
           separatorLength(text.substr(end)) == 0)
      ++end;
    std::string word = lowerCase(text.substr(i, end - i));
    i = end;
    if (isNumber) {
      uint32_t value = 0;
      std::from_chars(word.data(), word.data() + word.size(), value);
      if (word.size() == 4 && value >= 1000 && value < 2100)
        ++years;
      else if (word.size() <= 2)
        ++smallNumbers;
      else
        return false;
      continue;
    }
    DateWord kind = classify(word);
    bool isOrdinal = word == "st" || word == "nd" || word == "rd" || word == "th";
    if (kind == DateWord::None && !isOrdinal)
      return false;
    months += kind == DateWord::Month;
  }
  return years > 0 || (months > 0 && smallNumbers > 0);
}

} // namespace wikivet
