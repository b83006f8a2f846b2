// SPDX-License-Identifier: MIT
#include "lint/model/DateMentions.h"

#include "lint/model/Date.h"
#include "lint/model/Document.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace wikivet {

namespace {

constexpr std::string_view rangeDash = "–";
constexpr std::string_view noBreakSpace = "\u00A0";

bool isWordChar(char c) { return isLetter(c) || isDigit(c) || c == '_'; }

int numberOf(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Length of the blank at the start of a text.
size_t blankAt(std::string_view text) {
  if (text.starts_with(noBreakSpace))
    return noBreakSpace.size();
  return text.starts_with(' ') ? 1 : 0;
}
/// Length of the blank at the end of a text.
size_t blankBefore(std::string_view text) {
  if (text.ends_with(noBreakSpace))
    return noBreakSpace.size();
  return text.ends_with(' ') ? 1 : 0;
}

size_t digitCount(std::string_view text) {
  size_t count = 0;
  while (count < text.size() && isDigit(text[count]))
    ++count;
  return count;
}

bool isOrdinalEnding(std::string_view word) { return isAnyOf(word, {"st", "nd", "rd", "th"}); }

/// Whether a number of days may begin behind this text: no letter, digit or sign is tied to it.
bool mayPrecedeNumber(std::string_view text) {
  return text.empty() ||
         (!isWordChar(text.back()) &&
          !isAnyOf(text.substr(text.size() - 1), {".", ",", "/", "-", "$", "#", ":", "+", "&"}));
}

/// Whether a number may end before this text.
bool mayFollowNumber(std::string_view text) {
  if (text.empty())
    return true;
  if (isWordChar(text[0]) || text[0] == '%' || text[0] == '/' || text[0] == '-')
    return false;
  bool isSeparator = text[0] == '.' || text[0] == ',' || text[0] == ':';
  return !isSeparator || text.size() == 1 || !isDigit(text[1]);
}

/// Reads the dates around the names of months.
class MentionReader {
public:
  explicit MentionReader(std::string_view text) : text(text) {}

  std::vector<DateMention> read() {
    size_t i = 0;
    while (i < text.size()) {
      if (!isWordChar(text[i])) {
        ++i;
        continue;
      }
      size_t end = i;
      while (end < text.size() && isWordChar(text[end]))
        ++end;
      std::optional<DateMention> mention = isDigit(text[i]) ? isoAt(i, end) : monthAt(i, end);
      if (mention) {
        end = std::max<size_t>(end, mention->span.end);
        mentions.push_back(*mention);
      }
      i = end;
    }
    return std::move(mentions);
  }

private:
  std::string_view word(size_t begin, size_t end) const { return text.substr(begin, end - begin); }

  std::optional<DateMention> isoAt(size_t begin, size_t yearEnd) const {
    constexpr size_t length = 10;
    std::string_view written = text.substr(begin, length);
    bool isIso = yearEnd - begin == 4 && written.size() == length && written[4] == '-' &&
                 written[7] == '-' && digitCount(written.substr(5)) == 2 &&
                 digitCount(written.substr(8)) == 2;
    if (!isIso || !mayPrecedeNumber(text.substr(0, begin)) ||
        !mayFollowNumber(text.substr(begin + length)))
      return std::nullopt;
    return DateMention{.span = {.begin = static_cast<uint32_t>(begin),
                                .end = static_cast<uint32_t>(begin + length)},
                       .form = DateForm::Iso,
                       .year = numberOf(written.substr(0, 4)),
                       .month = numberOf(written.substr(5, 2)),
                       .day = numberOf(written.substr(8, 2))};
  }

  std::optional<DateMention> monthAt(size_t begin, size_t end) const {
    int month = isUpper(text[begin]) ? monthOf(word(begin, end)) : 0;
    if (month == 0)
      return std::nullopt;
    DateMention mention{.month = month};
    if (!readDayBefore(begin, mention)) {
      mention.span.begin = static_cast<uint32_t>(begin);
      return readDayAfter(end, mention) ? std::optional(mention) : std::nullopt;
    }
    mention.span.end = static_cast<uint32_t>(end);
    size_t comma = text.substr(end).starts_with(',') ? 1 : 0;
    if (readYear(end + comma, mention))
      mention.isPlain = mention.isPlain && comma == 0;
    else if (!mayFollowNumber(text.substr(end)))
      return std::nullopt;
    return mention;
  }

  /// `12 `, `12th `, `12th of ` before a month; `10–12 ` is a part of a range.
  bool readDayBefore(size_t month, DateMention &mention) const {
    std::string_view left = text.substr(0, month);
    size_t blank = blankBefore(left);
    if (blank == 0)
      return false;
    left.remove_suffix(blank);
    if (left.ends_with(" of"))
      left.remove_suffix(3);
    bool isOrdinal = left.size() > 2 && isOrdinalEnding(left.substr(left.size() - 2));
    if (isOrdinal)
      left.remove_suffix(2);
    size_t begin = left.size();
    while (begin > 0 && isDigit(left[begin - 1]) && left.size() - begin < 3)
      --begin;
    std::string_view before = left.substr(0, begin);
    if (begin == left.size() || left.size() - begin > 2 || !mayPrecedeNumber(before))
      return false;
    mention.day = numberOf(left.substr(begin));
    mention.form = DateForm::DayMonth;
    mention.isRange = before.ends_with(rangeDash);
    mention.isPlain = !isOrdinal && !mention.isRange && month - left.size() <= 2;
    mention.span.begin = static_cast<uint32_t>(begin);
    return true;
  }

  /// ` 12`, ` 12th`, ` 12, 2020`, ` 12–14, 2020` behind a month.
  bool readDayAfter(size_t month, DateMention &mention) const {
    size_t begin = month + (text.substr(month).starts_with('.') ? 1 : 0);
    size_t blank = blankAt(text.substr(begin));
    if (blank == 0)
      return false;
    begin += blank;
    size_t end = begin + digitCount(text.substr(begin));
    if (end == begin || end - begin > 2)
      return false;
    mention.day = numberOf(word(begin, end));
    mention.form = DateForm::MonthDay;
    if (isOrdinalEnding(text.substr(end, 2))) {
      end += 2;
      mention.isPlain = false;
    }
    std::string_view rest = text.substr(end);
    if (!mayFollowNumber(rest))
      return false;
    mention.span.end = static_cast<uint32_t>(end);
    if (rest.starts_with(rangeDash)) {
      mention.isRange = true;
      mention.isPlain = false;
      end += rangeDash.size();
      end += digitCount(text.substr(end));
    }
    size_t comma = text.substr(end).starts_with(',') ? 1 : 0;
    if (readYear(end + comma, mention))
      mention.isPlain = mention.isPlain && comma == 1;
    return true;
  }

  bool readYear(size_t at, DateMention &mention) const {
    size_t blank = blankAt(text.substr(std::min(at, text.size())));
    size_t begin = at + blank;
    if (blank == 0 || digitCount(text.substr(begin)) != 4 || text[begin] == '0' ||
        !mayFollowNumber(text.substr(begin + 4)))
      return false;
    mention.year = numberOf(text.substr(begin, 4));
    mention.span.end = static_cast<uint32_t>(begin + 4);
    return true;
  }

  std::string_view text;
  std::vector<DateMention> mentions;
};

} // namespace

std::vector<DateMention> findDates(std::string_view text) { return MentionReader(text).read(); }

std::string writeDate(const DateMention &date, std::string_view written, DateForm form) {
  std::string month(monthNames[static_cast<size_t>(date.month) - 1]);
  for (auto first = written.begin(); first != written.end();) {
    auto last = std::find_if_not(first, written.end(), isLetter);
    if (std::string_view word(first, last); monthOf(word) != 0)
      month = word;
    first = std::find_if(last, written.end(), isLetter);
  }
  std::string day = form == DateForm::DayMonth ? fmt::format("{} {}", date.day, month)
                                               : fmt::format("{} {}", month, date.day);
  if (date.year == 0)
    return day;
  return fmt::format("{}{} {}", day, form == DateForm::DayMonth ? "" : ",", date.year);
}

std::vector<ProseDate> findProseDates(const Document &document, const Regex &ignored) {
  std::vector<ProseDate> dates;
  for (const Block *block : blocksOutside(document, ignored))
    for (const DateMention &mention : findDates(block->text))
      if (!block->isVerbatim(mention.span.begin))
        dates.push_back(
            {.mention = mention, .block = block, .source = block->sourceOf(mention.span)});
  return dates;
}

} // namespace wikivet
