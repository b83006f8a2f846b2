// SPDX-License-Identifier: MIT
#include "lint/model/CitationDate.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace wikivet {

namespace {

constexpr std::string_view enDash = "–";

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<int, 12> daysOfMonth = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr std::string_view seasons[] = {"Spring", "Summer", "Autumn", "Fall", "Winter"};
constexpr std::string_view holidays[] = {"Easter", "Christmas"};
constexpr std::string_view quarters[] = {"First Quarter", "Second Quarter", "Third Quarter",
                                         "Fourth Quarter"};
constexpr std::string_view weekdays[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue",
    "Tues",   "Wed",     "Thu",       "Thur",     "Thurs",  "Fri",      "Sat",    "Sun"};

/// One piece of a date. Its letter stands in the pattern that the pieces together make.
struct Piece {
  char letter = '?'; ///< d day, y year, M month, S season, H holiday, - ~ , . / signs, blank, ?
  std::string text;
  int value = 0;        ///< of a number; of a month, from 1
  bool isShort = false; ///< a month in three letters
};
using Pieces = std::vector<Piece>;

template <typename Range> bool isOneOf(const Range &words, std::string_view word) {
  return std::ranges::any_of(
      words, [&](std::string_view candidate) { return equalsIgnoringCase(candidate, word); });
}

/// A month by its name or its first three letters, in any case; "Sept" is one that is known, too.
int monthOf(std::string_view word) {
  for (size_t i = 0; i < months.size(); ++i)
    if (equalsIgnoringCase(word, months[i]) || equalsIgnoringCase(word, months[i].substr(0, 3)))
      return static_cast<int>(i) + 1;
  return equalsIgnoringCase(word, "sept") ? 9 : 0;
}

bool isLetterByte(char c) { return isLetter(c) || static_cast<unsigned char>(c) >= 0x80; }

class PieceReader {
public:
  explicit PieceReader(std::string_view text) : text(text) {}

  Pieces read() {
    Pieces tokens;
    while (!text.empty())
      tokens.push_back(next());
    return tokens;
  }

private:
  Piece take(char letter, size_t size) {
    Piece token{.letter = letter, .text = std::string(text.substr(0, size))};
    text.remove_prefix(size);
    return token;
  }
  template <typename Predicate> size_t run(Predicate predicate) const {
    return static_cast<size_t>(std::ranges::find_if_not(text, predicate) - text.begin());
  }

  Piece next() {
    if (isSpace(text.front()))
      return take(' ', run(isSpace));
    if (text.starts_with(enDash))
      return take('~', enDash.size());
    if (isDigit(text.front())) {
      size_t size = run(isDigit);
      Piece token = take(size <= 2 ? 'd' : size <= 4 ? 'y' : '?', size);
      std::from_chars(token.text.data(), token.text.data() + token.text.size(), token.value);
      return token;
    }
    if (!isLetterByte(text.front()))
      return take(text.front(), 1);
    for (std::string_view quarter : quarters)
      if (text.starts_with(quarter))
        return take('S', quarter.size());
    size_t size = 0;
    while (size < text.size() && isLetterByte(text[size]) && !text.substr(size).starts_with(enDash))
      ++size;
    Piece token = take('?', size);
    token.value = monthOf(token.text);
    if (token.value != 0) {
      token.letter = 'M';
      token.isShort = token.text.size() <= 4 && token.value != 5 &&
                      token.text.size() < months[static_cast<size_t>(token.value) - 1].size();
    } else if (isOneOf(seasons, token.text)) {
      token.letter = 'S';
    } else if (isOneOf(holidays, token.text)) {
      token.letter = 'H';
    }
    return token;
  }

  std::string_view text;
};

std::string patternOf(const Pieces &tokens) {
  std::string pattern;
  for (const Piece &token : tokens)
    pattern += token.letter;
  return pattern;
}

std::string textOf(const Pieces &tokens) {
  std::string text;
  for (const Piece &token : tokens)
    text += token.text;
  return text;
}

/// The forms that are read. A short second year (`1999–00`) is a `d`.
constexpr std::string_view forms[] = {
    "y",           "y-d-d",        "M d, y",        "M d~d, y",        "d M y",     "d~d M y",
    "d M ~ d M y", "M d ~ M d, y", "d M y ~ d M y", "M d, y ~ M d, y", "S y",       "S y~d",
    "S y~y",       "M y ~ M y",    "S y ~ S y",     "M~M y",           "S~S y",     "M y",
    "H y",         "y~y",          "y~d",           "M y ~ S y",       "S y ~ M y", "y ~ y",
};

bool isForm(std::string_view pattern) {
  return std::ranges::find(forms, pattern) != std::end(forms);
}

/// Whether a `d` is the end of a range of years, as in 1999–00.
bool isShortYear(const Pieces &tokens, size_t at) {
  return tokens[at].letter == 'd' && at > 1 && tokens[at - 1].letter == '~' &&
         tokens[at - 2].letter == 'y';
}

bool isLeapYear(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

bool hasDay(int day, int month, int year) {
  return day >= 1 && day <= daysOfMonth[static_cast<size_t>(month) - 1] &&
         (month != 2 || day < 29 || isLeapYear(year));
}

/// Whether the numbers of a date of a right form can be.
DateFault validate(const Pieces &tokens, const std::string &pattern) {
  if (pattern == "y-d-d") {
    int month = tokens[2].value;
    if (month < 1 || month > 12)
      return DateFault::Month;
    return hasDay(tokens[4].value, month, tokens[0].value) ? DateFault::None : DateFault::Day;
  }
  // A day belongs to the nearest month, and that to the next year.
  std::vector<int> days, years;
  int month = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Piece &token = tokens[i];
    if (token.letter == 'M')
      month = token.value;
    if (token.letter == 'y')
      years.push_back(token.value);
    if (isShortYear(tokens, i)) {
      // What could be a month is not read as a year.
      if (token.value <= 12 && !pattern.starts_with('S'))
        return DateFault::Form;
      years.push_back(years.back() / 100 * 100 + token.value);
      if (token.value < years.front() % 100 && pattern.starts_with('S'))
        years.back() += 100;
      continue;
    }
    if (token.letter != 'd')
      continue;
    auto later = std::find_if(tokens.begin() + static_cast<ptrdiff_t>(i), tokens.end(),
                              [](const Piece &other) { return other.letter == 'M'; });
    bool monthFirst = pattern.starts_with('M');
    int own = monthFirst || later == tokens.end() ? month : later->value;
    auto year = std::find_if(tokens.begin() + static_cast<ptrdiff_t>(i), tokens.end(),
                             [](const Piece &other) { return other.letter == 'y'; });
    if (!hasDay(token.value, own, year->value))
      return DateFault::Day;
    days.push_back(token.value);
  }
  if (years.size() == 2 && years[0] > years[1])
    return DateFault::Order;
  bool isRangeOfDays = pattern == "d~d M y" || pattern == "M d~d, y";
  return isRangeOfDays && days[0] >= days[1] ? DateFault::Order : DateFault::None;
}

/// Months with a capital letter, in full or in three letters; seasons with one; days without a
/// zero.
bool isWellWritten(const Pieces &tokens) {
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Piece &token = tokens[i];
    bool startsWithZero = token.text.size() == 2 && token.text[0] == '0';
    if (token.letter == 'd' && startsWithZero && !isShortYear(tokens, i))
      return false;
    if (token.letter == 'M') {
      std::string_view full = months[static_cast<size_t>(token.value) - 1];
      if (token.text != full && token.text != full.substr(0, 3))
        return false;
    }
    if ((token.letter == 'S' || token.letter == 'H') && !isUpper(token.text[0]))
      return false;
  }
  return true;
}

/// The same date as it should be written: months with capitals, no zero before a day, no ordinals,
/// commas and dashes where they belong. What it makes is looked at again, so it may be wrong.
Pieces rewrite(Pieces tokens) {
  Pieces out;
  for (size_t i = 0; i < tokens.size(); ++i) {
    Piece token = tokens[i];
    char before = out.empty() ? '\0' : out.back().letter;
    char next = i + 1 < tokens.size() ? tokens[i + 1].letter : '\0';
    if (token.letter == 'M') {
      std::string_view full = months[static_cast<size_t>(token.value) - 1];
      token.text = token.isShort ? full.substr(0, 3) : full;
      if (next == '.') // "Jan."
        ++i;
    } else if (token.letter == '?' && before == 'd' &&
               isOneOf(std::array<std::string_view, 4>{"st", "nd", "rd", "th"}, token.text)) {
      continue;
    } else if (token.letter == '?' && (token.text == "of" || token.text == "the") &&
               before == ' ') {
      if (next == ' ')
        ++i;
      continue;
    } else if (token.letter == '?' && isOneOf(weekdays, token.text)) {
      while (i + 1 < tokens.size() && (tokens[i + 1].letter == ',' || tokens[i + 1].letter == ' '))
        ++i;
      continue;
    } else if (token.letter == 'S' && isLetter(token.text[0])) {
      token.text[0] = static_cast<char>(std::toupper(token.text[0]));
    } else if (token.letter == ',') {
      if (before == ' ') // "May 1 , 2000"
        out.pop_back();
      if (next != ' ' && next != '\0')
        tokens.insert(tokens.begin() + static_cast<ptrdiff_t>(i) + 1, {.letter = ' ', .text = " "});
    } else if (token.letter == ' ') {
      token.text = " ";
    }
    out.push_back(std::move(token));
  }
  return out;
}

void removeAt(Pieces &tokens, size_t place) {
  tokens.erase(tokens.begin() + static_cast<ptrdiff_t>(place));
}

/// Puts right the signs between the words of a date; the pattern says where they stand.
std::optional<Pieces> repunctuate(Pieces tokens) {
  std::string pattern = patternOf(tokens);
  auto comma = [](size_t at, Pieces &list) {
    list.insert(list.begin() + static_cast<ptrdiff_t>(at), {.letter = ',', .text = ","});
  };
  auto dash = [](Piece &token) { token = {.letter = '~', .text = std::string(enDash)}; };
  if (pattern == "M d y")
    comma(3, tokens);
  else if (pattern == "d M, y")
    removeAt(tokens, 3);
  else if (pattern == "d-M-y")
    tokens[1] = tokens[3] = {.letter = ' ', .text = " "};
  else if (pattern == "M, y")
    removeAt(tokens, 1);
  else if (pattern == "S, y")
    removeAt(tokens, 1);
  else if (pattern == "y-y" || pattern == "M-M y" || pattern == "S-S y" || pattern == "S y-y" ||
           pattern == "S y-d" || pattern == "d-d M y" || pattern == "M d-d, y" ||
           (pattern == "y-d" && tokens[2].value > 12 && tokens[2].text.size() == 2)) {
    for (Piece &token : tokens)
      if (token.letter == '-')
        dash(token);
  } else if (pattern == "d M - d M y" || pattern == "M d - M d, y" || pattern == "d M y - d M y" ||
             pattern == "M d, y - M d, y" || pattern == "M y - M y" || pattern == "S y - S y") {
    for (Piece &token : tokens)
      if (token.letter == '-')
        dash(token);
  } else if (pattern == "y - y" || pattern == "y ~ y" || pattern == "M - M y" ||
             pattern == "M ~ M y" || pattern == "d - d M y" || pattern == "d ~ d M y") {
    removeAt(tokens, 1);
    removeAt(tokens, 2);
    dash(tokens[1]);
  } else if (pattern == "M y-M y" || pattern == "M y~M y" || pattern == "d M y-d M y" ||
             pattern == "d M y~d M y" || pattern == "d M-d M y" || pattern == "M d-M d, y") {
    for (Piece &token : tokens)
      if (token.letter == '-' || token.letter == '~')
        token = {.letter = '~', .text = fmt::format(" {} ", enDash)};
    return PieceReader(textOf(tokens)).read();
  } else if (pattern == "M/M y" || pattern == "y/y") {
    dash(tokens[1]);
  } else if ((pattern == "y-d-d" || pattern == "y/d/d") && tokens[0].text.size() == 4) {
    for (size_t number : {size_t{2}, size_t{4}}) {
      tokens[number].text = fmt::format("{:02}", tokens[number].value);
      tokens[number - 1] = {.letter = '-', .text = "-"};
    }
  } else if (!isForm(pattern)) {
    return std::nullopt;
  }
  return tokens;
}

DateFault judge(const Pieces &tokens) {
  std::string pattern = patternOf(tokens);
  if (size_t place = pattern.find('?');
      place != std::string::npos && isLetterByte(tokens[place].text.front()))
    return DateFault::UnknownWord;
  bool isIso = pattern == "y-d-d";
  if (!isForm(pattern) || pattern == "y ~ y" || (!isIso && !isWellWritten(tokens)))
    return DateFault::Form;
  if (isIso &&
      (tokens[0].text.size() != 4 || tokens[2].text.size() != 2 || tokens[4].text.size() != 2))
    return DateFault::Form;
  return validate(tokens, pattern);
}

/// The day of a date that is right and of one day.
std::optional<std::chrono::year_month_day> dayOf(const Pieces &tokens) {
  std::string pattern = patternOf(tokens);
  auto make = [&](size_t year, size_t month, size_t day) {
    return std::chrono::year_month_day(
        std::chrono::year(tokens[year].value),
        std::chrono::month(static_cast<unsigned>(tokens[month].value)),
        std::chrono::day(static_cast<unsigned>(tokens[day].value)));
  };
  if (pattern == "y-d-d")
    return make(0, 2, 4);
  if (pattern == "d M y")
    return make(4, 2, 0);
  if (pattern == "M d, y")
    return make(5, 0, 2);
  return std::nullopt;
}

/// What may stand around a date: "c. " before it, a letter behind the year.
struct Frame {
  std::string_view prefix, date, suffix;
};
Frame cutFrame(std::string_view text) {
  Frame frame;
  if (text.starts_with("c. ")) {
    frame.prefix = text.substr(0, 3);
    text.remove_prefix(3);
  }
  size_t size = text.size();
  if (size > 4 && text.back() >= 'a' && text.back() <= 'z' && isDigit(text[size - 2]) &&
      isDigit(text[size - 3])) {
    frame.suffix = text.substr(size - 1);
    text.remove_suffix(1);
  }
  frame.date = text;
  return frame;
}

} // namespace

std::string isoDate(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

DateReading readCitationDate(std::string_view written) {
  DateReading reading;
  std::string text(trim(written));
  if (equalsIgnoringCase(text, "n.d.") || equalsIgnoringCase(text, "nd"))
    return reading;
  // No date is this long.
  constexpr size_t longest = 100;
  if (text.size() > longest) {
    reading.fault = DateFault::Form;
    return reading;
  }
  Frame frame = cutFrame(text);
  Pieces tokens = PieceReader(frame.date).read();
  for (const Piece &token : tokens)
    if (token.letter == 'y' && reading.year == 0)
      reading.year = token.value;
  // The last digits of an ISO date may be left open, as in 2020-05-XX.
  if (patternOf(tokens) == "y-d-?" && tokens[4].text == "XX")
    return reading;
  reading.fault = judge(tokens);
  if (reading.fault == DateFault::None)
    reading.day = dayOf(tokens);
  if (reading.fault == DateFault::None || reading.fault == DateFault::Day ||
      reading.fault == DateFault::Month || reading.fault == DateFault::Order)
    return reading;
  for (size_t i = 0; i < tokens.size(); ++i) {
    std::string &text = tokens[i].text;
    bool isYear = i > 1 && tokens[i - 2].letter == 'y';
    if (tokens[i].letter == 'd' && text.size() == 2 && text[0] == '0' && !isYear)
      text.erase(0, 1);
  }
  std::optional<Pieces> better = repunctuate(rewrite(std::move(tokens)));
  if (better && judge(*better) == DateFault::None)
    reading.better = fmt::format("{}{}{}", frame.prefix, textOf(*better), frame.suffix);
  return reading;
}

} // namespace wikivet
