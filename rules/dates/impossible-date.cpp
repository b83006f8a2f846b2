// SPDX-License-Identifier: MIT
#include "lint/model/Date.h"
#include "lint/model/DateMentions.h"
#include "lint/model/Prose.h"
#include "lint/model/SchemaCalls.h"
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

namespace wikivet {
namespace {

using std::chrono::last;

/// Reports days that no calendar has, in texts and in templates that take them in numbers.
class ImpossibleDate final : public Check {
public:
  explicit ImpossibleDate(const Options &options)
      : prepositions(&options.stringList("prepositions")), labels(&options.stringList("labels")),
        realDates(&options.stringList("real-dates")) {}

  bool concerns(const Document &document) const override {
    return !document.prose().isForeignTo("en");
  }
  KindSet interests() const override {
    return {NodeKind::Text, NodeKind::Template, NodeKind::ExternalLink};
  }

  void visit(Node node, CheckContext &ctx) override {
    if (node.index() < skippedUpTo)
      return;
    switch (node.kind()) {
    case NodeKind::ExternalLink: // its text is the title of a source
      skippedUpTo = node.subtreeEnd();
      break;
    case NodeKind::Template:
      visitTemplate(node, ctx);
      break;
    default:
      visitText(node, ctx);
    }
  }

private:
  void visitTemplate(Node node, CheckContext &ctx) {
    const Template *call = ctx.document().templates().at(node);
    // Dates in citations are another rule's, and who marks a mistake with "sic" knows it.
    if (!call || ctx.document().schemaCalls().at(node) ||
        ctx.document().wiki().isTemplateIn("sic", call->name)) {
      skippedUpTo = node.subtreeEnd();
      return;
    }
    if (ctx.document().wiki().isTemplateIn("calendar-date", call->name))
      judgeNumbers(*call, {"1", "2", "3"}, ctx);
    if (ctx.document().wiki().isTemplateIn("life-dates", call->name))
      judgeNumbers(*call, {"4", "5", "6"}, ctx);
  }

  /// The number that an argument is; nothing if it is not given or something else.
  static std::optional<int> number(const Argument *argument) {
    std::optional<std::string> value = argument ? plainValue(*argument) : std::nullopt;
    int result = 0;
    if (!value)
      return std::nullopt;
    auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), result);
    bool isWhole = error == std::errc() && end == value->data() + value->size();
    return isWhole && result >= 0 ? std::optional(result) : std::nullopt;
  }

  static void judgeNumbers(const Template &call, const std::array<std::string_view, 3> &names,
                           CheckContext &ctx) {
    const Argument *month = call.argument(names[1]);
    const Argument *day = call.argument(names[2]);
    std::optional<int> year = number(call.argument(names[0]));
    std::optional<int> monthNumber = number(month), dayNumber = number(day);
    if (!year || !monthNumber)
      return;
    DateMention date{.span = {.begin = month->trimmed.begin, .end = month->trimmed.end},
                     .year = *year,
                     .month = *monthNumber,
                     .day = dayNumber.value_or(1)};
    if (dayNumber)
      date.span.end = day->trimmed.end;
    judge(date, date.span, call.node.text(), ctx);
  }

  void visitText(Node node, CheckContext &ctx) const {
    std::string_view text = node.text();
    for (const DateMention &date : findDates(text)) {
      std::string_view written = text.substr(date.span.begin, date.span.size());
      if (date.year == 0 && date.form == DateForm::MonthDay) // "in June 31 men"
        continue;
      if (date.month < 1 || date.month > 12) // 1990-22-08 may be a number of anything
        continue;
      std::string_view before = text.substr(0, date.span.begin);
      if (isTitle(before, text.substr(date.span.end), node) || !isDateAfter(before, date) ||
          realDates->contains(written))
        continue;
      judge(date, {.begin = node.begin() + date.span.begin, .end = node.begin() + date.span.end},
            written, ctx);
    }
  }

  /// Whether the words around a date are somebody else's: a title or a quotation that begins with
  /// it.
  static bool isTitle(std::string_view before, std::string_view after, Node node) {
    for (std::string_view quote : {"\"", "“", "'", "‘"})
      if (before.ends_with(quote))
        return true;
    constexpr std::string_view sic = "{{sic";
    if (after.empty() && node.nextSibling().is(NodeKind::Template) &&
        equalsIgnoringCase(node.nextSibling().text().substr(0, sic.size()), sic))
      return true;
    return before.empty() && node.index() > 0 &&
           node.tree().node(node.index() - 1).isOneOf(NodeKind::ItalicMark, NodeKind::LinkText);
  }

  /// Whether what looks like a date is one: in `No. 31 June 2010` and `Apollo 32 June 2010` the
  /// number belongs to what is before it.
  bool isDateAfter(std::string_view before, const DateMention &date) const {
    if (date.form != DateForm::DayMonth)
      return true;
    while (!before.empty() && isSpace(before.back()))
      before.remove_suffix(1);
    size_t begin = before.size();
    constexpr size_t longestWord = 20;
    while (begin > 0 && before.size() - begin < longestWord && !isSpace(before[begin - 1]) &&
           before[begin - 1] != '(')
      --begin;
    std::string word = lowerCase(before.substr(begin));
    if (labels->contains(word))
      return false;
    constexpr int longestMonth = 31;
    bool isCertain = date.year != 0 && date.day > 0 && date.day <= longestMonth;
    return isCertain || prepositions->contains(word);
  }

  static void judge(const DateMention &date, Span span, std::string_view written,
                    CheckContext &ctx) {
    std::string shortened = excerpt(written, 40);
    if (date.month < 1 || date.month > 12) {
      ctx.report(span, "month").arg("date", shortened).arg("number", date.month);
      return;
    }
    constexpr int leapYear = 2000;
    int year = date.year == 0 ? leapYear : date.year;
    if (calendarDay(year, date.month, date.day).ok())
      return;
    std::string name(monthNames[static_cast<size_t>(date.month) - 1]);
    if (date.month == 2 && date.year != 0)
      name += fmt::format(" {}", date.year);
    auto month = calendarDay(year, date.month, 1);
    std::chrono::year_month_day_last end(month.year(), month.month() / last);
    ctx.report(span, "day")
        .arg("date", shortened)
        .arg("month", name)
        .arg("days", static_cast<unsigned>(end.day()));
  }

  const StringList *prepositions, *labels, *realDates;
  uint32_t skippedUpTo = 0;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(impossible_date, ImpossibleDate)
