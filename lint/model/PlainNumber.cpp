// SPDX-License-Identifier: MIT
#include "lint/model/PlainNumber.h"

#include "lint/support/Text.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace wikivet {

/// Takes one of some words from the start of a text.
template <typename Words> static bool takeAny(std::string_view &text, const Words &words) {
  for (std::string_view word : words)
    if (!word.empty() && text.starts_with(word)) {
      text.remove_prefix(word.size());
      return true;
    }
  return false;
}

static std::string_view takeDigits(std::string_view &text) {
  size_t count = 0;
  while (count < text.size() && isDigit(text[count]))
    ++count;
  std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

std::optional<PlainNumber> parsePlainNumber(std::string_view text, const Wiki &wiki) {
  constexpr std::string_view minus[] = {"-", "−", "–"}, plus[] = {"+"},
                             currencies[] = {"$", "€", "£", "US$", "¥"},
                             blanks[] = {"\u00A0", "\u202F", "\u2009"};
  text = trim(text);
  bool negative = takeAny(text, minus);
  if (!negative)
    takeAny(text, plus);
  takeAny(text, currencies);
  std::string digits(takeDigits(text));
  if (digits.empty())
    return std::nullopt;
  constexpr size_t groupSize = 3, mostDigits = 15; // a double holds as many
  if (digits.size() <= groupSize)
    for (;;) {
      std::string_view rest = text;
      if (!takeAny(rest, wiki.thousandsSeparators) && !takeAny(rest, blanks))
        break;
      std::string_view group = takeDigits(rest);
      if (group.size() != groupSize)
        return std::nullopt;
      digits += group;
      text = rest;
    }
  PlainNumber number{.value = 0, .decimals = 0};
  std::string_view rest = text;
  if (rest.starts_with(wiki.decimalSeparator) && !wiki.decimalSeparator.empty()) {
    rest.remove_prefix(wiki.decimalSeparator.size());
    std::string_view decimals = takeDigits(rest);
    if (decimals.empty())
      return std::nullopt;
    number.decimals = static_cast<uint32_t>(decimals.size());
    digits += '.';
    digits += decimals;
    text = rest;
  }
  text = trim(text);
  if (text.starts_with('%'))
    text.remove_prefix(1);
  if (!text.empty() || digits.size() > mostDigits)
    return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  if (negative)
    number.value = -number.value;
  return number;
}

} // namespace wikivet
