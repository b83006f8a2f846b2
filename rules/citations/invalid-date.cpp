// SPDX-License-Identifier: MIT
#include "lint/model/CitationDate.h"
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {
namespace {

/// Reports dates in citations that the templates don't read.
class InvalidDate final : public Check {
public:
  explicit InvalidDate(const Options &options) : firstYear(options.integer("first-access-year")) {}

  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments)
        if (argument.is(ValueType::Date) || argument.is(ValueType::Year) ||
            argument.is(ValueType::AccessDate))
          judge(argument, ctx);
  }

private:
  void judge(const SchemaArgument &argument, CheckContext &ctx) const {
    std::optional<std::string> value = plainValue(*argument.argument);
    if (!value || value->empty())
      return;
    DateReading date = readCitationDate(*value);
    std::string_view message = messageOf(date.fault);
    if (date.fault == DateFault::None && argument.is(ValueType::AccessDate) && date.year != 0 &&
        date.year < firstYear)
      message = "early";
    if (message.empty())
      return;
    auto finding = ctx.report(argument.argument->trimmed, date.better ? "better" : message);
    finding.arg("name", argument.argument->name)
        .arg("value", shorten(*value, 40))
        .arg("better", date.better.value_or(""))
        .arg("year", firstYear);
    if (date.better && isReplaceable(*argument.argument))
      finding.fix("write " + *date.better, true,
                  {{.span = argument.argument->trimmed, .text = *date.better}});
  }

  static std::string_view messageOf(DateFault fault) {
    switch (fault) {
    case DateFault::None:
      return {};
    case DateFault::UnknownWord:
    case DateFault::Form:
      return "form";
    case DateFault::Day:
      return "day";
    case DateFault::Month:
      return "month";
    case DateFault::Order:
      return "order";
    }
    return {};
  }

  int64_t firstYear;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(invalid_date, InvalidDate)
