// SPDX-License-Identifier: MIT
#include "lint/model/StatedDates.h"

#include "lint/model/Date.h"
#include "lint/model/DateMentions.h"
#include "lint/model/Document.h"
#include "lint/model/Language.h"
#include "lint/model/PlainText.h"
#include "lint/model/Prose.h"
#include "lint/model/Quantity.h"
#include "lint/model/SchemaCalls.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace wikivet {

bool StatedDate::isBefore(const StatedDate &other) const {
  if (year != other.year)
    return year < other.year;
  if (month == 0 || other.month == 0 || month != other.month)
    return month != 0 && other.month != 0 && month < other.month;
  return day != 0 && other.day != 0 && day < other.day;
}

bool StatedDate::isOlderThan(int64_t years, std::chrono::year_month_day today) const {
  StatedDate limit{.year = static_cast<int>(today.year()) - static_cast<int>(years),
                   .month = static_cast<int>(static_cast<unsigned>(today.month())),
                   .day = static_cast<int>(static_cast<unsigned>(today.day()))};
  return isBefore(limit);
}

/// The number that a text is and nothing else.
static std::optional<int> wholeNumber(std::string_view text) {
  if (text.empty() || !isDigit(text[0]))
    return std::nullopt;
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool isWhole = error == std::errc() && end == text.data() + text.size();
  return isWhole ? std::optional(value) : std::nullopt;
}

static bool isYear(int number) { return number >= 1000 && number < 2100; }

/// Whether an English word, in lower case, says that a date beside it is uncertain, another
/// calendar's, or not that of the event that one expects: "circa", "or", "baptised", "BC",
/// "reigned".
static bool isDateHedge(std::string_view word) {
  static constexpr std::string_view hedges =
      " about active ad after ah allegedly approx approximately around as autumn bap bapt "
      "baptised baptized bc bce before between bh buried by c ca ce century charter "
      "chartered christened circa claimed current currently disappeared disputed div early "
      "either era estimated executed first fl floruit flourished formerly gregorian "
      "incorporated independence julian late legendary m married merged mid missing ns "
      "official officially or originally os perhaps possibly predecessor present presumed "
      "probably r re reestablished reformed refounded reign reigned reincorporated "
      "relaunched renamed reorganisation reorganised reorganization reorganized restored "
      "revived ruled season second since sometimes spring summer traditional traditionally "
      "uncertain unknown until winter ";
  return hedges.contains(fmt::format(" {} ", word));
}

/// Whether a sign makes a date one of several, or uncertain.
static bool isHedgingSign(std::string_view sign) {
  return isAnyOf(sign, {"?", "/", "~", "–", "—", "-", "+", "<", ">", "×", "±"});
}

/// Words, numbers without separators, and signs.
static std::vector<Token> cutIntoWords(std::string_view text) {
  static const Language none;
  return tokenize(text, none);
}

/// Whether a text beside a date makes it uncertain, or has a number that may be another year.
static bool addsDoubt(std::string_view text) {
  return std::ranges::any_of(cutIntoWords(text), [](const Token &token) {
    return isDateHedge(token.lower) || isHedgingSign(token.text) ||
           (isDigit(token.text[0]) && token.text.size() > 2);
  });
}

std::optional<StatedDate> readCertainDate(std::string_view text) {
  std::vector<DateMention> mentions = findDates(text);
  if (mentions.size() > 1 || (mentions.size() == 1 && !mentions[0].isPlain))
    return std::nullopt;
  if (mentions.size() == 1 && mentions[0].form == DateForm::Iso) {
    std::string rest(text.substr(0, mentions[0].span.begin));
    rest += text.substr(mentions[0].span.end);
    if (addsDoubt(rest))
      return std::nullopt;
    return StatedDate{.year = mentions[0].year, .month = mentions[0].month, .day = mentions[0].day};
  }
  StatedDate date;
  std::vector<Token> tokens = cutIntoWords(text);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token &token = tokens[i];
    if (isDateHedge(token.lower) || isHedgingSign(token.text) || token.text[0] == Prose::hidden)
      return std::nullopt;
    if (!std::ranges::any_of(token.text, isDigit) || token.text.size() <= 2)
      continue;
    // Any other number, such as "1990s" or "1990–92", may be what is meant.
    std::optional<int> number = wholeNumber(token.text);
    if (!number || !isYear(*number) || date.year != 0)
      return std::nullopt;
    date.year = *number;
    if (i > 0)
      date.month = monthOf(tokens[i - 1].text);
  }
  if (date.year == 0)
    return std::nullopt;
  if (mentions.size() == 1 && mentions[0].year == date.year) {
    date.month = mentions[0].month;
    date.day = mentions[0].day;
  }
  return date;
}

std::optional<StatedDate> calendarDate(const Template &call, uint32_t first) {
  std::array<int, 3> numbers = {};
  for (uint32_t i = 0; i < numbers.size(); ++i) {
    const Argument *argument = call.argument(std::to_string(first + i));
    std::optional<std::string> value = argument ? plainValue(*argument) : std::nullopt;
    if (!value || value->empty())
      break;
    std::optional<int> number = wholeNumber(*value);
    if (!number)
      return i == 0 ? readCertainDate(*value) : std::nullopt;
    numbers[i] = *number;
  }
  auto [year, month, day] = numbers;
  if (!isYear(year) || month > 12 || day > 31)
    return std::nullopt;
  return StatedDate{.year = year, .month = month, .day = month == 0 ? 0 : day};
}

/// Whether a template says nothing about the date that it stands beside.
static bool isAside(const Wiki &wiki, std::string_view name) {
  for (std::string_view set : {"citation-needed", "harv", "note-ref", "named-ref", "dead-link"})
    if (wiki.isTemplateIn(set, name))
      return true;
  return isAnyOf(name, {"br", "flagicon", "flag", "flag icon", "flagu", "clear", "small"});
}

std::optional<StatedDate> statedDate(const Argument &argument, const Document &document) {
  std::string text;
  std::optional<StatedDate> given;
  for (Node child : argument.node.children()) {
    if (child.begin() < argument.value.begin)
      continue;
    if (child.is(NodeKind::Template)) {
      const Template *call = document.templates().at(child);
      if (call && isAside(document.wiki(), call->name))
        continue;
      if (!call || given || !document.wiki().isTemplateIn("calendar-date", call->name))
        return std::nullopt;
      given = calendarDate(*call, 1);
      if (!given)
        return std::nullopt;
    } else if (child.is(NodeKind::Text)) {
      text += child.text();
    } else if (child.is(NodeKind::Entity)) {
      text += decodeEntity(child.text());
    } else if (child.isOneOf(NodeKind::Wikilink, NodeKind::Element)) {
      text += child.is(NodeKind::Wikilink) ? plainText(child) : " " + plainText(child) + " ";
    } else if (child.is(NodeKind::VoidElement)) {
      text += ' ';
    } else if (!child.isOneOf(NodeKind::Comment, NodeKind::Extension, NodeKind::ItalicMark,
                              NodeKind::BoldMark, NodeKind::BoldItalicMark)) {
      return std::nullopt;
    }
  }
  if (given && addsDoubt(text))
    return std::nullopt;
  std::optional<StatedDate> date = given ? given : readCertainDate(text);
  if (date)
    date->span = argument.trimmed;
  return date;
}

std::vector<StatedDate> categoryYears(const Document &document, const Regex &pattern) {
  constexpr int categories = 14;
  std::vector<StatedDate> years;
  const Tree &tree = document.tree();
  for (uint32_t i = 0; i < tree.size(); ++i) {
    if (!tree.node(i).is(NodeKind::LinkTarget))
      continue;
    std::string_view target = trim(tree.node(i).text());
    if (document.wiki().namespaceOf(target) != categories)
      continue;
    std::string name(trim(target.substr(target.find(':') + 1)));
    std::ranges::replace(name, '_', ' ');
    auto match = pattern.find(name);
    if (!match)
      continue;
    for (size_t group = 1; group < match->size(); ++group)
      if (const std::optional<Span> &found = (*match)[group])
        if (std::optional<int> year =
                wholeNumber(std::string_view(name).substr(found->begin, found->size())))
          years.push_back({.year = *year, .span = tree.node(i).parent().span()});
  }
  return years;
}

namespace {

/// A part of a block's text.
struct Part {
  const Block *block;
  Span span;

  std::string_view text() const { return block->sentence(span); }
  Part sub(size_t begin, size_t end) const {
    return {.block = block,
            .span = {.begin = span.begin + static_cast<uint32_t>(begin),
                     .end = span.begin + static_cast<uint32_t>(end)}};
  }
};

std::optional<StatedDate> dateOf(Part part) {
  std::optional<StatedDate> date = readCertainDate(part.text());
  if (!date)
    return std::nullopt;
  std::string_view trimmed = trim(part.text());
  auto begin = static_cast<uint32_t>(trimmed.data() - part.text().data());
  date->span = part.block->sourceOf(
      {.begin = part.span.begin + begin,
       .end = part.span.begin + begin + static_cast<uint32_t>(trimmed.size())});
  return date;
}

/// Where a dash stands between two dates, and its length; nothing if there is none or several.
std::optional<Span> dashIn(std::string_view text) {
  std::optional<Span> found;
  for (std::string_view dash : {"–", "—", " - "})
    for (size_t at = text.find(dash); at != std::string_view::npos;
         at = text.find(dash, at + dash.size())) {
      if (found)
        return std::nullopt;
      found = {.begin = static_cast<uint32_t>(at), .end = static_cast<uint32_t>(at + dash.size())};
    }
  return found;
}

bool hasYear(std::string_view text) {
  return std::ranges::any_of(cutIntoWords(text), [](const Token &token) {
    return isDigit(token.text[0]) && token.text.size() > 2;
  });
}

/// The only part between semicolons that holds a year; the others tell of names and sounds.
std::optional<Part> datesIn(Part brackets) {
  std::optional<Part> found;
  std::string_view text = brackets.text();
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = std::min(text.find(';', begin), text.size());
    Part part = brackets.sub(begin, end);
    if (hasYear(part.text())) {
      if (found)
        return std::nullopt;
      found = part;
    }
    begin = end + 1;
  }
  return found;
}

/// The first brackets of a text that hold a year; where they begin must be near the start.
std::optional<Part> firstBrackets(const Block &block) {
  constexpr size_t longestName = 160;
  std::string_view text = block.text;
  std::string_view start = text.substr(0, longestName);
  size_t open = start.find('('), close = 0;
  for (; open != std::string_view::npos; open = start.find('(', close)) {
    close = text.find_first_of("()", open + 1);
    if (close == std::string_view::npos)
      return std::nullopt;
    if (text[close] == ')' && hasYear(text.substr(open + 1, close - open - 1)))
      break;
  }
  if (open == std::string_view::npos)
    return std::nullopt;
  return Part{
      .block = &block,
      .span = {.begin = static_cast<uint32_t>(open + 1), .end = static_cast<uint32_t>(close)}};
}

/// Whether the years in brackets are those of something else than a life.
bool tellsOfAReign(std::string_view text) {
  return std::ranges::any_of(cutIntoWords(text), [](const Token &token) {
    return isAnyOf(token.lower, {"reigned", "reign", "ruled", "r", "fl", "floruit", "flourished",
                                 "active", "married", "m", "office", "founded", "established"});
  });
}

Lifespan readLifespan(Part dates) {
  Lifespan life;
  std::string_view text = dates.text();
  if (tellsOfAReign(text))
    return life;
  if (std::optional<Span> dash = dashIn(text)) {
    life.birth = dateOf(dates.sub(0, dash->begin));
    life.death = dateOf(dates.sub(dash->end, text.size()));
    return life;
  }
  std::string_view trimmed = trim(text);
  if (trimmed.starts_with("born ") || trimmed.starts_with("b. "))
    life.birth = dateOf(dates);
  if (trimmed.starts_with("died ") || trimmed.starts_with("d. "))
    life.death = dateOf(dates);
  return life;
}

} // namespace

Lifespan leadLifespan(const Document &document) {
  for (const Block &block : document.prose().blocks()) {
    if (block.section != 0)
      break;
    if (block.kind != BlockKind::Paragraph)
      continue;
    std::optional<Part> brackets = firstBrackets(block);
    if (!brackets)
      return {};
    // The name in bold stands before them.
    uint32_t end = block.sourceOf(brackets->span).begin;
    constexpr uint32_t mark = 5;
    uint32_t begin = block.sourceBegin > mark ? block.sourceBegin - mark : 0;
    std::string_view name = document.source().text({.begin = begin, .end = std::max(begin, end)});
    if (name.find("'''") == std::string_view::npos)
      return {};
    std::optional<Part> dates = datesIn(*brackets);
    return dates ? readLifespan(*dates) : Lifespan();
  }
  return {};
}

} // namespace wikivet
