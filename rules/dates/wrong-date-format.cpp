// SPDX-License-Identifier: MIT
#include "lint/model/Date.h"
#include "lint/model/DateMentions.h"
#include "lint/model/Document.h"
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

namespace wikivet {
namespace {

/// Reports dates that are not in the format that a notice on the page chooses: in texts, or in
/// citations.
class WrongDateFormat final : public Check {
public:
  explicit WrongDateFormat(const Options &options)
      : inCitations(options.boolean("in-citations")), ignored(&options.regex("ignored-sections")) {}

  void finish(CheckContext &ctx) override {
    for (const Template &call : ctx.document().templates().all()) {
      bool isDayFirst = ctx.document().wiki().isTemplateIn("use-dmy", call.name);
      if (!isDayFirst && !ctx.document().wiki().isTemplateIn("use-mdy", call.name))
        continue;
      notice = call.node;
      wanted = isDayFirst ? DateForm::DayMonth : DateForm::MonthDay;
      if (inCitations)
        readCitations(ctx);
      else
        readProse(ctx);
      return;
    }
  }

private:
  void readProse(CheckContext &ctx) const {
    for (const ProseDate &date : findProseDates(ctx.document(), *ignored))
      judge(date.mention, date.text(), date.source, ctx);
  }

  void readCitations(CheckContext &ctx) const {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments) {
        if (!argument.is(ValueType::Date) && !argument.is(ValueType::AccessDate))
          continue;
        std::string_view value = argument.argument->text(ctx.document().tree());
        std::vector<DateMention> dates = findDates(value);
        if (dates.size() == 1 && dates[0].span.size() == value.size() && dates[0].isPlain)
          judge(dates[0], value, argument.argument->trimmed, ctx);
      }
  }

  void judge(const DateMention &date, std::string_view written, Span source,
             CheckContext &ctx) const {
    // Days without a year stand in names; ISO dates and impossible ones are other rules'.
    if (date.form == wanted || date.form == DateForm::Iso || date.year == 0 || date.isRange ||
        !calendarDay(date.year, date.month, date.day).ok())
      return;
    std::string better = writeDate(date, written, wanted);
    auto finding = ctx.report(source, "found");
    finding.arg("date", written)
        .arg("better", better)
        .arg("notice", excerpt(notice.text(), 40))
        .related(notice.span(), "notice");
    if (date.isPlain && ctx.document().source().text(source) == written)
      finding.fix(fmt::format("write '{}'", better), inCitations,
                  {{.span = source, .text = better}});
  }

  bool inCitations;
  const Regex *ignored;
  Node notice;
  DateForm wanted = DateForm::DayMonth;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(wrong_date_format, WrongDateFormat)
