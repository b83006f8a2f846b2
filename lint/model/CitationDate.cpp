// SPDX-License-Identifier: MIT
#include "lint/model/CitationDate.h"

#include "lint/model/Date.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <vector>

namespace wikivet {

namespace {

constexpr std::string_view enDash = "–";

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

class PieceReader {
public:
  explicit PieceReader(std::string_view text) : text(text) {}

  Pieces read() {
    Pieces pieces;
    while (!text.empty())
      pieces.push_back(next());
    return pieces;
  }

private:
  Piece take(char letter, size_t size) {
    Piece piece{.letter = letter, .text = std::string(text.substr(0, size))};
    text.remove_prefix(size);
    return piece;
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
      Piece piece = take(size <= 2 ? 'd' : size <= 4 ? 'y' : '?', size);
      std::from_chars(piece.text.data(), piece.text.data() + piece.text.size(), piece.value);
      return piece;
    }
    if (!isLetterByte(text.front()))
      return take(text.front(), 1);
    for (std::string_view quarter : quarters)
      if (text.starts_with(quarter))
        return take('S', quarter.size());
    size_t size = 0;
    while (size < text.size() && isLetterByte(text[size]) && !text.substr(size).starts_with(enDash))
      ++size;
    Piece piece = take('?', size);
    piece.value = monthOf(piece.text);
    if (piece.value != 0) {
      piece.letter = 'M';
      piece.isShort = piece.text.size() <= 4 && piece.value != 5 &&
                      piece.text.size() < monthNames[static_cast<size_t>(piece.value) - 1].size();
    } else if (isOneOf(seasons, piece.text)) {
      piece.letter = 'S';
    } else if (isOneOf(holidays, piece.text)) {
      piece.letter = 'H';
    }
    return piece;
  }

  std::string_view text;
};

std::string patternOf(const Pieces &pieces) {
  std::string pattern;
  for (const Piece &piece : pieces)
    pattern += piece.letter;
  return pattern;
}

/// The forms that are read. A short second year (`1999–00`) is a `d`.
constexpr std::string_view forms[] = {
    "y",           "y-d-d",        "M d, y",        "M d~d, y",        "d M y",     "d~d M y",
    "d M ~ d M y", "M d ~ M d, y", "d M y ~ d M y", "M d, y ~ M d, y", "S y",       "S y~d",
    "S y~y",       "M y ~ M y",    "S y ~ S y",     "M~M y",           "S~S y",     "M y",
    "H y",         "y~y",          "y~d",           "M y ~ S y",       "S y ~ M y",
};

bool isForm(std::string_view pattern) {
  return std::ranges::find(forms, pattern) != std::end(forms);
}

/// Whether a `d` is the end of a range of years, as in 1999–00, or the month of an ISO date.
bool isShortYear(const Pieces &pieces, size_t at) {
  return pieces[at].letter == 'd' && at > 1 && pieces[at - 2].letter == 'y';
}

/// Whether the numbers of a date of a right form can be.
DateFault validate(const Pieces &pieces, const std::string &pattern) {
  if (pattern == "y-d-d") {
    int month = pieces[2].value;
    if (month < 1 || month > 12)
      return DateFault::Month;
    return calendarDay(pieces[0].value, month, pieces[4].value).ok() ? DateFault::None
                                                                     : DateFault::Day;
  }
  // A day belongs to the nearest month, and that to the next year.
  std::vector<int> days, years;
  int month = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece &piece = pieces[i];
    if (piece.letter == 'M')
      month = piece.value;
    if (piece.letter == 'y')
      years.push_back(piece.value);
    if (isShortYear(pieces, i)) {
      // What could be a month is not read as a year.
      if (piece.value <= 12 && !pattern.starts_with('S'))
        return DateFault::Form;
      years.push_back(years.back() / 100 * 100 + piece.value);
      if (piece.value < years.front() % 100 && pattern.starts_with('S'))
        years.back() += 100;
      continue;
    }
    if (piece.letter != 'd')
      continue;
    auto later = std::find_if(pieces.begin() + static_cast<ptrdiff_t>(i), pieces.end(),
                              [](const Piece &other) { return other.letter == 'M'; });
    bool monthFirst = pattern.starts_with('M');
    int own = monthFirst || later == pieces.end() ? month : later->value;
    auto year = std::find_if(pieces.begin() + static_cast<ptrdiff_t>(i), pieces.end(),
                             [](const Piece &other) { return other.letter == 'y'; });
    if (!calendarDay(year->value, own, piece.value).ok())
      return DateFault::Day;
    days.push_back(piece.value);
  }
  if (years.size() == 2 && years[0] > years[1])
    return DateFault::Order;
  bool isRangeOfDays = pattern == "d~d M y" || pattern == "M d~d, y";
  return isRangeOfDays && days[0] >= days[1] ? DateFault::Order : DateFault::None;
}

bool hasZeroBeforeDay(const Pieces &pieces, size_t at) {
  const Piece &piece = pieces[at];
  return piece.letter == 'd' && piece.text.size() == 2 && piece.text[0] == '0' &&
         !isShortYear(pieces, at);
}

/// Months with a capital letter, in full or in three letters; seasons with one; days without a
/// zero.
bool isWellWritten(const Pieces &pieces) {
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece &piece = pieces[i];
    if (hasZeroBeforeDay(pieces, i))
      return false;
    if (piece.letter == 'M') {
      std::string_view full = monthNames[static_cast<size_t>(piece.value) - 1];
      if (piece.text != full && piece.text != full.substr(0, 3))
        return false;
    }
    if ((piece.letter == 'S' || piece.letter == 'H') && !isUpper(piece.text[0]))
      return false;
  }
  return true;
}

/// The same date as it should be written: months with capitals, no zero before a day, no ordinals,
/// commas and dashes where they belong. What it makes is looked at again, so it may be wrong.
Pieces rewrite(const Pieces &pieces) {
  Pieces out;
  for (size_t i = 0; i < pieces.size(); ++i) {
    Piece piece = pieces[i];
    char before = out.empty() ? '\0' : out.back().letter;
    char next = i + 1 < pieces.size() ? pieces[i + 1].letter : '\0';
    if (piece.letter == 'M') {
      std::string_view full = monthNames[static_cast<size_t>(piece.value) - 1];
      piece.text = piece.isShort ? full.substr(0, 3) : full;
      if (next == '.') // "Jan."
        ++i;
    } else if (before == 'd' && isAnyOf(lowerCase(piece.text), {"st", "nd", "rd", "th"})) {
      continue;
    } else if (before == ' ' && isAnyOf(piece.text, {"of", "the"})) {
      if (next == ' ')
        ++i;
      continue;
    } else if (piece.letter == '?' && isOneOf(weekdays, piece.text)) {
      while (i + 1 < pieces.size() && (pieces[i + 1].letter == ',' || pieces[i + 1].letter == ' '))
        ++i;
      continue;
    } else if (piece.letter == 'S' && isLetter(piece.text[0])) {
      piece.text[0] = static_cast<char>(std::toupper(piece.text[0]));
    } else if (piece.letter == ',') {
      if (before == ' ') // "May 1 , 2000"
        out.pop_back();
      out.push_back(std::move(piece));
      if (next != ' ' && next != '\0')
        out.push_back({.letter = ' ', .text = " "});
      continue;
    } else if (piece.letter == ' ') {
      piece.text = " ";
    }
    out.push_back(std::move(piece));
  }
  return out;
}

/// What puts right the signs between the words of a date.
enum class Repair : uint8_t {
  None,
  AddComma,   ///< May 1 2000
  DropComma,  ///< May, 2000
  Blanks,     ///< 1-May-2000
  Dash,       ///< a hyphen or a slash in a range
  NarrowDash, ///< blanks around the dash of a range that needs none
  WideDash,   ///< no blanks around the dash of a range that needs them
  Iso,        ///< 2000/5/1
};

// The forms that each puts right, by pattern.
constexpr std::string_view commaMissing[] = {"M d y"};
constexpr std::string_view commaTooMany[] = {"d M, y", "M, y", "S, y"};
constexpr std::string_view hyphenated[] = {"d-M-y"};
constexpr std::string_view dashMissing[] = {
    "y-y",         "M-M y",        "S-S y",         "S y-y",           "S y-d",
    "d-d M y",     "M d-d, y",     "y-d",           "M/M y",           "y/y",
    "d M - d M y", "M d - M d, y", "d M y - d M y", "M d, y - M d, y", "M y - M y",
    "S y - S y"};
constexpr std::string_view dashTooWide[] = {"y - y",   "y ~ y",     "M - M y",
                                            "M ~ M y", "d - d M y", "d ~ d M y"};
constexpr std::string_view dashTooNarrow[] = {"M y-M y",     "M y~M y",   "d M y-d M y",
                                              "d M y~d M y", "d M-d M y", "M d-M d, y"};
constexpr std::string_view isoLike[] = {"y-d-d", "y/d/d"};

/// What a pattern needs; nothing if nobody can tell. A right form needs none.
std::optional<Repair> repairOf(std::string_view pattern) {
  struct Row {
    std::span<const std::string_view> patterns;
    Repair repair;
  };
  static constexpr Row rows[] = {{commaMissing, Repair::AddComma},
                                 {commaTooMany, Repair::DropComma},
                                 {hyphenated, Repair::Blanks},
                                 {dashMissing, Repair::Dash},
                                 {dashTooWide, Repair::NarrowDash},
                                 {dashTooNarrow, Repair::WideDash},
                                 {isoLike, Repair::Iso},
                                 {forms, Repair::None}};
  for (const auto &[patterns, repair] : rows)
    if (std::ranges::find(patterns, pattern) != patterns.end())
      return repair;
  return std::nullopt;
}

/// The text of a date with the signs between its words put right. What it makes is looked at again,
/// so it may be wrong: `1999-05` may be a month.
std::optional<std::string> repunctuate(const Pieces &pieces) {
  std::optional<Repair> repair = repairOf(patternOf(pieces));
  if (!repair)
    return std::nullopt;
  bool isDash =
      *repair == Repair::Dash || *repair == Repair::NarrowDash || *repair == Repair::WideDash;
  std::string text;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece &piece = pieces[i];
    bool isSign = piece.letter == '-' || piece.letter == '~' || piece.letter == '/';
    char next = i + 1 < pieces.size() ? pieces[i + 1].letter : '\0';
    if (piece.letter == ',' && *repair == Repair::DropComma)
      continue;
    if (piece.letter == ' ' && *repair == Repair::NarrowDash &&
        (text.ends_with(enDash) || next == '-' || next == '~'))
      continue;
    if (isSign && isDash)
      text += *repair == Repair::WideDash ? fmt::format(" {} ", enDash) : std::string(enDash);
    else if (isSign && *repair == Repair::Blanks)
      text += ' ';
    else if (isSign && *repair == Repair::Iso)
      text += '-';
    else if (piece.letter == 'd' && *repair == Repair::Iso)
      text += fmt::format("{:02}", piece.value);
    else
      text += piece.text;
    if (piece.letter == 'd' && *repair == Repair::AddComma)
      text += ',';
  }
  return text;
}

DateFault judge(const Pieces &pieces) {
  std::string pattern = patternOf(pieces);
  if (size_t place = pattern.find('?');
      place != std::string::npos && isLetterByte(pieces[place].text.front()))
    return DateFault::UnknownWord;
  bool isIso = pattern == "y-d-d";
  if (!isForm(pattern) || (!isIso && !isWellWritten(pieces)))
    return DateFault::Form;
  if (isIso &&
      (pieces[0].text.size() != 4 || pieces[2].text.size() != 2 || pieces[4].text.size() != 2))
    return DateFault::Form;
  return validate(pieces, pattern);
}

/// The day of a date that is right and of one day.
std::optional<std::chrono::year_month_day> dayOf(const Pieces &pieces) {
  std::string pattern = patternOf(pieces);
  auto make = [&](size_t year, size_t month, size_t day) {
    return calendarDay(pieces[year].value, pieces[month].value, pieces[day].value);
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
  Pieces pieces = PieceReader(frame.date).read();
  for (const Piece &piece : pieces)
    if (piece.letter == 'y' && reading.year == 0)
      reading.year = piece.value;
  // The last digits of an ISO date may be left open, as in 2020-05-XX.
  if (patternOf(pieces) == "y-d-?" && pieces[4].text == "XX")
    return reading;
  reading.fault = judge(pieces);
  if (reading.fault == DateFault::None)
    reading.day = dayOf(pieces);
  if (reading.fault != DateFault::Form && reading.fault != DateFault::UnknownWord)
    return reading;
  for (size_t i = 0; i < pieces.size(); ++i)
    if (hasZeroBeforeDay(pieces, i))
      pieces[i].text.erase(0, 1);
  std::optional<std::string> better = repunctuate(rewrite(pieces));
  if (better && judge(PieceReader(*better).read()) == DateFault::None)
    reading.better = fmt::format("{}{}{}", frame.prefix, *better, frame.suffix);
  return reading;
}

} // namespace wikivet
