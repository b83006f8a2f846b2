// SPDX-License-Identifier: MIT
#include "lint/model/Quantity.h"

#include "lint/model/Language.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <charconv>

namespace wikivet {

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

/// A separator of groups of three digits: that of the language, or a narrow blank.
static size_t groupSeparator(std::string_view text, const NumberWords &numbers) {
  for (const std::string &separator : numbers.thousands)
    if (text.starts_with(separator))
      return separator.size();
  for (std::string_view separator : {"\u202F", "\u2009", "\u00A0"})
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

static size_t numberLength(std::string_view text, const NumberWords &numbers) {
  size_t length = digitsAt(text);
  if (length <= 3)
    while (true) {
      size_t separator = length < text.size() ? groupSeparator(text.substr(length), numbers) : 0;
      if (separator == 0 || digitsAt(text.substr(length + separator)) != 3)
        break;
      length += separator + 3;
    }
  std::string_view rest = text.substr(length);
  size_t mark = numbers.decimal.size();
  if (mark > 0 && rest.starts_with(numbers.decimal) && digitsAt(rest.substr(mark)) > 0)
    length += mark + digitsAt(rest.substr(mark));
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

/// Whether a word of such a length ends in an apostrophe before the next one: "l'" in "l'an".
static size_t elisionLength(std::string_view word, const Language &language) {
  size_t end = language.elisions.empty() ? std::string_view::npos : word.find_first_of("'\xE2");
  if (end == std::string_view::npos || !language.elisions.contains(lowerCase(word.substr(0, end))))
    return 0;
  return word[end] == '\'' ? end + 1 : word.substr(end).starts_with("’") ? end + 3 : 0;
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

std::vector<Token> tokenize(std::string_view text, const Language &language, uint32_t base) {
  std::vector<Token> tokens;
  for (size_t i = 0; i < text.size();) {
    if (isSpace(text[i])) {
      ++i;
      continue;
    }
    std::string_view rest = text.substr(i);
    size_t length = identifierLength(rest);
    if (length == 0)
      length = isDigit(text[i]) ? numberLength(rest, language.numbers) : wordLength(rest);
    if (length == 0)
      length = decodeUtf8(rest).length;
    size_t elision = elisionLength(rest.substr(0, length), language);
    if (elision > 0)
      length = elision;
    if (!rest.starts_with("\u00A0")) {
      auto begin = base + static_cast<uint32_t>(i);
      std::string lower = lowerCase(rest.substr(0, length));
      if (elision > 0) {
        lower.resize(lower.find_first_of("'\xE2"));
        lower += '\'';
      }
      tokens.push_back({.text = rest.substr(0, length),
                        .lower = std::move(lower),
                        .begin = begin,
                        .end = begin + static_cast<uint32_t>(length)});
    }
    i += length;
  }
  return tokens;
}

// Numbers

static std::optional<Numeral> digitsNumeral(const std::vector<Token> &tokens, size_t index,
                                            const Language &language) {
  std::string_view text = tokens[index].text;
  size_t mark = language.numbers.decimal.empty() ? std::string_view::npos
                                                 : text.rfind(language.numbers.decimal);
  std::string digits;
  size_t fraction = 0;
  for (size_t i = 0; i < text.size(); ++i)
    if (isDigit(text[i])) {
      digits += text[i];
      fraction += mark != std::string_view::npos && i > mark;
    }
  constexpr size_t mostDigits = 15;
  if (digits.size() > mostDigits)
    return std::nullopt;
  int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  int64_t factor = index + 1 < tokens.size() ? language.factor(tokens[index + 1].lower) : 0;
  size_t next = index + (factor > 0 ? 2 : 1);
  // Decimals count things only before a big multiplier: "1.5 million".
  constexpr int64_t big = 1000;
  if (fraction > 0 && factor < big)
    return std::nullopt;
  for (; fraction > 0; --fraction) {
    if (factor % 10 != 0)
      return std::nullopt;
    factor /= 10;
  }
  if (factor > 0 && value > Quantity::unbounded / 10 / factor)
    return std::nullopt;
  return Numeral{.value = factor > 0 ? value * factor : value, .next = next};
}

static bool isDigits(const Token &token) {
  return isDigit(token.text[0]) && !std::ranges::any_of(token.text, isLetter);
}

std::optional<Numeral> numeralAt(const std::vector<Token> &tokens, size_t index,
                                 const Language &language) {
  if (isDigits(tokens[index]))
    return digitsNumeral(tokens, index, language);
  constexpr int64_t most = 1000000;
  int64_t total = 0, current = 0;
  bool found = false;
  size_t i = index;
  for (; i < tokens.size(); ++i) {
    const std::string &word = tokens[i].lower;
    if (int64_t number = language.numberWord(word); number >= 0) {
      // "two three" are two numbers.
      if (found && current % 100 != 0)
        break;
      current += number;
    } else if (int64_t factor = language.factor(word); factor > 0 && found) {
      if (current > most)
        return std::nullopt;
      if (factor <= 100) {
        current *= factor;
      } else {
        total += current * factor;
        current = 0;
      }
    } else if (found && language.numbers.joiners.contains(word) && i + 1 < tokens.size() &&
               language.factor(tokens[i - 1].lower) > 0 &&
               language.numberWord(tokens[i + 1].lower) >= 0) {
      continue;
    } else {
      break;
    }
    found = true;
  }
  if (!found || total + current == 0)
    return std::nullopt;
  return Numeral{.value = total + current, .next = i};
}

// Quantities

/// Whether a phrase stands in the tokens from `at`.
static bool holdsAt(const std::vector<Token> &tokens, size_t at, const Phrase &phrase) {
  return at + phrase.size() <= tokens.size() &&
         std::equal(
             phrase.begin(), phrase.end(), tokens.begin() + static_cast<ptrdiff_t>(at),
             [](const std::string &word, const Token &token) { return word == token.lower; });
}

/// What the words before a number make of it; the longest phrase counts: "no more than" bounds from
/// above, "more than" from below.
static Bound boundBefore(const std::vector<Token> &tokens, size_t index,
                         const NumberWords &numbers) {
  Bound bound = Bound::Exact;
  size_t longest = 0;
  auto look = [&](const std::vector<Phrase> &phrases, Bound meaning) {
    for (const Phrase &phrase : phrases)
      if (phrase.size() > longest && phrase.size() <= index &&
          holdsAt(tokens, index - phrase.size(), phrase)) {
        longest = phrase.size();
        bound = meaning;
      }
  };
  look(numbers.atLeast, Bound::AtLeast);
  look(numbers.atMost, Bound::AtMost);
  look(numbers.about, Bound::Approximate);
  return bound;
}

static Bound boundAfter(const std::vector<Token> &tokens, size_t index,
                        const NumberWords &numbers) {
  auto holdsAny = [&](const std::vector<Phrase> &phrases) {
    return std::ranges::any_of(
        phrases, [&](const Phrase &phrase) { return holdsAt(tokens, index, phrase); });
  };
  if (index >= tokens.size())
    return Bound::Exact;
  return tokens[index].text == "+" || holdsAny(numbers.orMore) ? Bound::AtLeast
         : holdsAny(numbers.orLess)                            ? Bound::AtMost
         : holdsAny(numbers.orSo)                              ? Bound::Approximate
                                                               : Bound::Exact;
}

/// Whether two numbers stand side by side ("10 000") or are joined to a time or a score ("12:30"):
/// nobody can tell what they count.
static bool isPartOfNumber(const std::vector<Token> &tokens, size_t first, size_t next) {
  auto isJoined = [&](size_t left, size_t mark, size_t right) {
    return isDigits(tokens[left]) && tokens[mark].text == ":" && isDigits(tokens[right]) &&
           tokens[left].end == tokens[mark].begin && tokens[mark].end == tokens[right].begin;
  };
  return (first > 0 && isDigits(tokens[first]) && isDigits(tokens[first - 1])) ||
         (next < tokens.size() && isDigits(tokens[next - 1]) && isDigits(tokens[next])) ||
         (first > 1 && isJoined(first - 2, first - 1, first)) ||
         (next + 1 < tokens.size() && isJoined(next - 1, next, next + 1));
}

/// The number at the other end of a range that begins with a quantity: "5–7", "between 5 and 7".
static std::optional<Numeral> rangeEnd(const std::vector<Token> &tokens, const Quantity &begin,
                                       const Language &language) {
  const NumberWords &numbers = language.numbers;
  if (begin.next + 1 >= tokens.size())
    return std::nullopt;
  const Token &link = tokens[begin.next];
  bool isOpen = begin.first > 0 && numbers.rangeOpeners.contains(tokens[begin.first - 1].lower);
  if (!isAnyOf(link.lower, {"–", "-", "—"}) && !numbers.rangeWords.contains(link.lower) &&
      !(isOpen && numbers.joiners.contains(link.lower)))
    return std::nullopt;
  return numeralAt(tokens, begin.next + 1, language);
}

std::optional<Quantity> quantityAt(const std::vector<Token> &tokens, size_t index,
                                   const Language &language) {
  std::optional<Numeral> numeral = numeralAt(tokens, index, language);
  if (!numeral)
    return std::nullopt;
  const Token &first = tokens[index];
  size_t next = numeral->next;
  bool isLoneOne = numeral->value == 1 && !isDigits(first);
  if (isLoneOne || isPartOfNumber(tokens, index, next))
    return std::nullopt;
  auto isCounted = [&](size_t after) {
    return after >= tokens.size() || !language.numbers.notCounted.contains(tokens[after].lower);
  };
  Quantity quantity{.low = numeral->value, .high = numeral->value, .first = index, .next = next};
  quantity.bound = boundBefore(tokens, index, language.numbers);
  if (quantity.bound == Bound::Exact && index > 0 &&
      language.numbers.labels.contains(tokens[index - 1].lower))
    return std::nullopt;
  if (!isCounted(next))
    return std::nullopt;
  if (std::optional<Numeral> end = rangeEnd(tokens, quantity, language)) {
    if (end->value <= numeral->value || !isCounted(end->next))
      return std::nullopt;
    quantity.high = end->value;
    quantity.bound = Bound::Range;
    quantity.next = end->next;
    return quantity;
  }
  if (isYear(first.text) && next == index + 1)
    return std::nullopt;
  bool isDay = first.text.size() <= 2 && isDigit(first.text[0]);
  if (isDay && ((next < tokens.size() && language.isMonth(tokens[next].lower)) ||
                (index > 0 && language.isMonth(tokens[index - 1].lower))))
    return std::nullopt;
  if (Bound after = boundAfter(tokens, next, language.numbers); after != Bound::Exact)
    quantity.bound = after;
  if (quantity.bound == Bound::AtLeast)
    quantity.high = Quantity::unbounded;
  if (quantity.bound == Bound::AtMost)
    quantity.low = 0;
  return quantity;
}

/// An ASCII or Latin-1 capital.
static bool beginsWithCapital(std::string_view word) {
  char32_t first = decodeUtf8(word).value;
  return isUpper(word[0]) || (first >= 0xC0 && first <= 0xDE);
}

size_t nounPhraseEnd(const std::vector<Token> &tokens, size_t from, const Language &language) {
  constexpr size_t mostWords = 4;
  size_t end = from;
  auto isWordAt = [&](size_t index) {
    return index < tokens.size() && tokens[index].isWord() &&
           !language.functionWords.contains(tokens[index].lower);
  };
  for (size_t i = from; i < from + mostWords && isWordAt(i); ++i) {
    const Token &word = tokens[i];
    switch (language.countedNoun) {
    case CountedNoun::LastPlural:
      if (language.isPlural(word.lower))
        end = i + 1;
      break;
    case CountedNoun::FirstPlural:
      if (!language.isAdjective(word.lower))
        return language.isPlural(word.lower) ? i + 1 : from;
      break;
    case CountedNoun::FirstCapitalized:
      // Of two nouns in a row nobody can tell which is meant: "12 Berliner Bezirke".
      if (beginsWithCapital(word.text))
        return isWordAt(i + 1) && beginsWithCapital(tokens[i + 1].text) ? from : i + 1;
      if (!language.isAdjective(word.lower))
        return from;
      break;
    }
  }
  return end;
}

} // namespace wikivet
