// SPDX-License-Identifier: MIT
#include "lint/model/Quantity.h"

#include "lint/support/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace wikivet {

using Words = std::initializer_list<std::string_view>;

// Tokens

/// Bytes of a letter outside ASCII: Latin letters mostly; dashes, quotes and blanks are no letters.
static size_t letterLength(std::string_view text) {
  if (isLetter(text[0]))
    return 1;
  if (static_cast<unsigned char>(text[0]) < 0x80)
    return 0;
  CodePoint point = decodeUtf8(text);
  bool isLatin =
      point.value >= 0xC0 && point.value <= 0x24F && point.value != 0xD7 && point.value != 0xF7;
  bool isOther = point.value >= 0x370 && point.value < 0x2000;
  return isLatin || isOther ? point.length : 0;
}

/// A separator of groups of three digits: comma, narrow or thin space.
static size_t groupSeparator(std::string_view text) {
  for (std::string_view separator : {",", "\u202F", "\u2009", "\u00A0"})
    if (text.starts_with(separator))
      return separator.size();
  return 0;
}

static size_t digitsAt(std::string_view text) {
  size_t count = 0;
  while (count < text.size() && isDigit(text[count]))
    ++count;
  return count;
}

static size_t numberLength(std::string_view text) {
  size_t length = digitsAt(text);
  if (length <= 3)
    while (true) {
      size_t separator = length < text.size() ? groupSeparator(text.substr(length)) : 0;
      if (separator == 0 || digitsAt(text.substr(length + separator)) != 3)
        break;
      length += separator + 3;
    }
  if (length + 1 < text.size() && text[length] == '.' && isDigit(text[length + 1]))
    length += 1 + digitsAt(text.substr(length + 1));
  return length;
}

static size_t wordLength(std::string_view text) {
  size_t length = 0;
  while (length < text.size()) {
    if (size_t letter = letterLength(text.substr(length)); letter > 0) {
      length += letter;
      continue;
    }
    // Hyphens and apostrophes belong to the word between letters.
    size_t mark = text[length] == '-' || text[length] == '\'' ? 1
                  : text.substr(length).starts_with("’")      ? 3
                                                              : 0;
    if (mark == 0 || length == 0 || length + mark >= text.size() ||
        letterLength(text.substr(length + mark)) == 0)
      break;
    length += mark;
  }
  return length;
}

/// Letters and digits in one, as in GF100 or 3D.
static size_t identifierLength(std::string_view text) {
  size_t length = 0;
  bool hasLetter = false, hasDigit = false;
  while (length < text.size() &&
         (isLetter(text[length]) || isDigit(text[length]) || text[length] == '_')) {
    (isDigit(text[length]) ? hasDigit : hasLetter) = true;
    ++length;
  }
  return hasLetter && hasDigit ? length : 0;
}

bool Token::isWord() const { return letterLength(text) > 0; }

std::vector<Token> tokenize(std::string_view text, uint32_t base) {
  std::vector<Token> tokens;
  for (size_t i = 0; i < text.size();) {
    if (isSpace(text[i])) {
      ++i;
      continue;
    }
    std::string_view rest = text.substr(i);
    size_t length = identifierLength(rest);
    if (length == 0)
      length = isDigit(text[i]) ? numberLength(rest) : wordLength(rest);
    if (length == 0)
      length = decodeUtf8(rest).length;
    if (!rest.starts_with("\u00A0")) {
      auto begin = base + static_cast<uint32_t>(i);
      tokens.push_back({.text = rest.substr(0, length),
                        .lower = lowerCase(rest.substr(0, length)),
                        .begin = begin,
                        .end = begin + static_cast<uint32_t>(length)});
    }
    i += length;
  }
  return tokens;
}

// Numbers

static constexpr std::array<std::string_view, 20> units = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static constexpr std::array<std::string_view, 8> tens = {"twenty", "thirty",  "forty",  "fifty",
                                                         "sixty",  "seventy", "eighty", "ninety"};

static std::optional<int64_t> smallNumber(std::string_view word) {
  if (const auto *unit = std::ranges::find(units, word); unit != units.end())
    return unit - units.begin();
  if (const auto *ten = std::ranges::find(tens, word); ten != tens.end())
    return 10 * (ten - tens.begin() + 2);
  // twenty-one
  size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos)
    return std::nullopt;
  const auto *ten = std::ranges::find(tens, word.substr(0, hyphen));
  const auto *unit = std::ranges::find(units, word.substr(hyphen + 1));
  if (ten == tens.end() || unit == units.end() || unit - units.begin() > 9 || unit == units.begin())
    return std::nullopt;
  return 10 * (ten - tens.begin() + 2) + (unit - units.begin());
}

static int64_t multiplier(std::string_view word) {
  return word == "hundred"    ? 100
         : word == "thousand" ? 1000
         : word == "million"  ? 1000000
         : word == "billion"  ? 1000000000
         : word == "trillion" ? 1000000000000
                              : 0;
}

bool isNumberWord(std::string_view lower) {
  return smallNumber(lower).has_value() || multiplier(lower) > 0 || lower == "dozen";
}

bool isMonth(std::string_view word) {
  return isAnyOf(word, {"January", "February", "March", "April", "May", "June", "July", "August",
                        "September", "October", "November", "December"});
}

static std::optional<Numeral> digitsNumeral(const std::vector<Token> &tokens, size_t index) {
  std::string digits;
  size_t fraction = std::string::npos;
  for (char c : tokens[index].text) {
    if (isDigit(c))
      digits += c;
    else if (c == '.')
      fraction = digits.size();
  }
  constexpr size_t mostDigits = 15;
  if (digits.size() > mostDigits)
    return std::nullopt;
  int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  int64_t factor = index + 1 < tokens.size() ? multiplier(tokens[index + 1].lower) : 0;
  size_t next = index + (factor > 0 ? 2 : 1);
  if (fraction != std::string::npos) {
    // Decimals count things only before a big multiplier: "1.5 million".
    if (factor < 1000)
      return std::nullopt;
    for (size_t i = fraction; i < digits.size(); ++i) {
      if (factor % 10 != 0)
        return std::nullopt;
      factor /= 10;
    }
  }
  if (factor > 0 && value > Quantity::unbounded / 10 / factor)
    return std::nullopt;
  return Numeral{.value = factor > 0 ? value * factor : value, .next = next};
}

std::optional<Numeral> numeralAt(const std::vector<Token> &tokens, size_t index) {
  if (isDigit(tokens[index].text[0]) && !std::ranges::any_of(tokens[index].text, isLetter))
    return digitsNumeral(tokens, index);
  if (tokens[index].lower == "dozen")
    return std::nullopt;
  int64_t total = 0, current = 0;
  bool found = false;
  size_t i = index;
  for (; i < tokens.size(); ++i) {
    const std::string &word = tokens[i].lower;
    if (std::optional<int64_t> number = smallNumber(word)) {
      // "two three" are two numbers.
      if (found && current % 100 != 0)
        break;
      current += *number;
    } else if (int64_t factor = word == "dozen" ? 12 : multiplier(word); factor > 0 && found) {
      if (current > 1000000)
        return std::nullopt;
      if (factor <= 100) {
        current *= factor;
      } else {
        total += current * factor;
        current = 0;
      }
    } else if (word == "and" && found && i + 1 < tokens.size() &&
               multiplier(tokens[i - 1].lower) > 0 && smallNumber(tokens[i + 1].lower)) {
      continue;
    } else {
      break;
    }
    found = true;
  }
  if (!found || tokens[index].lower == "zero")
    return std::nullopt;
  return Numeral{.value = total + current, .next = i};
}

// Quantities

/// Words and marks after which a number names something instead of counting it.
static bool isLabelBefore(std::string_view word) {
  return isAnyOf(
      word,
      {"$",       "€",          "£",       "¥",       "#",        "/",      ".",        "+",
       "no",      "article",    "chapter", "section", "part",     "title",  "act",      "episode",
       "season",  "volume",     "vol",     "page",    "pages",    "p",      "pp",       "figure",
       "table",   "room",       "route",   "highway", "flight",   "number", "version",  "type",
       "class",   "grade",      "level",   "group",   "district", "ward",   "apollo",   "channel",
       "line",    "world",      "war",     "phase",   "stage",    "league", "division", "us",
       "windows", "top",        "aged",    "age",     "ages",     "-",      "–",        "—",
       "^",       "protocol",   "track",   "day",     "week",     "game",   "step",     "case",
       "item",    "interstate", "unit",    "stat",    "sector",   "zone",   "rs",       "₹"});
}

/// Words and marks that make the number before them something else than a count.
static bool isUnitAfter(std::string_view word) {
  return isAnyOf(word, {"%", "percent", "per", "°", "′", "″", "/", "st", "nd", "rd", "th", "'s",
                        "^", "×", "x"});
}

static bool isYear(std::string_view text) {
  return text.size() == 4 && digitsAt(text) == 4 && (text[0] == '1' || text.starts_with("20"));
}

/// Whether the words before `index` end with a phrase.
static bool endsWith(const std::vector<Token> &tokens, size_t index, Words phrase) {
  if (phrase.size() > index)
    return false;
  size_t at = index - phrase.size();
  return std::ranges::all_of(phrase,
                             [&](std::string_view word) { return tokens[at++].lower == word; });
}

static Bound boundBefore(const std::vector<Token> &tokens, size_t index) {
  for (Words phrase :
       {Words{"more", "than"}, Words{"at", "least"}, Words{"over"}, Words{"no", "fewer", "than"},
        Words{"no", "less", "than"}, Words{"in", "excess", "of"}, Words{"minimum", "of"},
        Words{"upwards", "of"}, Words{"above"}, Words{"exceeding"}, Words{"beyond"}})
    if (endsWith(tokens, index, phrase))
      // "no more than" is the other way round.
      return phrase.begin()[0] == "more" && endsWith(tokens, index, {"no", "more", "than"})
                 ? Bound::AtMost
                 : Bound::AtLeast;
  for (Words phrase :
       {Words{"up", "to"}, Words{"at", "most"}, Words{"fewer", "than"}, Words{"less", "than"},
        Words{"under"}, Words{"maximum", "of"}, Words{"below"}, Words{"as", "many", "as"}})
    if (endsWith(tokens, index, phrase))
      return Bound::AtMost;
  if (index > 0 &&
      isAnyOf(tokens[index - 1].lower, {"about", "around", "approximately", "roughly", "some",
                                        "circa", "ca", "nearly", "almost", "estimated", "approx",
                                        "c", "perhaps", "possibly", "maybe", "nominally", "~"}))
    return Bound::Approximate;
  return endsWith(tokens, index, {"close", "to"}) ? Bound::Approximate : Bound::Exact;
}

std::optional<Quantity> quantityAt(const std::vector<Token> &tokens, size_t index) {
  std::optional<Numeral> numeral = numeralAt(tokens, index);
  if (!numeral)
    return std::nullopt;
  const Token &first = tokens[index];
  size_t next = numeral->next;
  Quantity quantity{.low = numeral->value, .high = numeral->value, .first = index, .next = next};
  if (first.lower == "one" && next == index + 1)
    return std::nullopt;
  if (index > 0 && isLabelBefore(tokens[index - 1].lower))
    return std::nullopt;
  if (next < tokens.size()) {
    const std::string &after = tokens[next].lower;
    if (isUnitAfter(after))
      return std::nullopt;
    if (isAnyOf(after, {"–", "-", "—", "to", "or"}) && next + 1 < tokens.size())
      if (std::optional<Numeral> second = numeralAt(tokens, next + 1)) {
        if (second->value <= numeral->value)
          return std::nullopt;
        quantity.high = second->value;
        quantity.bound = Bound::Range;
        quantity.next = second->next;
        return quantity;
      }
  }
  if (isYear(first.text) && next == index + 1)
    return std::nullopt;
  bool isDay = first.text.size() <= 2 && isDigit(first.text[0]);
  if (isDay && ((next < tokens.size() && isMonth(tokens[next].text)) ||
                (index > 0 && isMonth(tokens[index - 1].text))))
    return std::nullopt;
  quantity.bound = boundBefore(tokens, index);
  if (quantity.bound == Bound::AtLeast)
    quantity.high = Quantity::unbounded;
  if (quantity.bound == Bound::AtMost)
    quantity.low = 0;
  if (next + 1 < tokens.size() && tokens[next].lower == "or" &&
      isAnyOf(tokens[next + 1].lower, {"more", "so", "fewer", "less"}))
    quantity.bound = Bound::Approximate;
  if (next < tokens.size() && tokens[next].lower == "+") {
    quantity.bound = Bound::AtLeast;
    quantity.high = Quantity::unbounded;
  }
  return quantity;
}

} // namespace wikivet
