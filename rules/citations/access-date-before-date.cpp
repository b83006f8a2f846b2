// SPDX-License-Identifier: MIT
#include "lint/model/CitationDate.h"
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <chrono>

namespace wikivet {
namespace {

/// Reports sources that were read or copied before they were published.
class AccessDateBeforeDate final : public Check {
public:
  explicit AccessDateBeforeDate(const Options &options)
      : slack(options.integer("days")), periodicals(&options.stringList("periodicals")) {}

  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all()) {
      const SchemaArgument *date = call.given("date");
      if (!date)
        date = call.given("year");
      if (!date || periodicals->contains(call.call->name))
        continue;
      if (const SchemaArgument *accessed = call.given("access-date"))
        compare(*date, *accessed, "accessed", ctx);
      if (const SchemaArgument *archived = call.given("archive-date"))
        compare(*date, *archived, "archived", ctx);
    }
  }

private:
  void compare(const SchemaArgument &dateArgument, const SchemaArgument &laterArgument,
               std::string_view message, CheckContext &ctx) const {
    std::optional<std::string> date = plainValue(*dateArgument.argument);
    std::optional<std::string> later = plainValue(*laterArgument.argument);
    if (!date || !later)
      return;
    DateReading published = readCitationDate(*date), read = readCitationDate(*later);
    if (published.fault != DateFault::None || read.fault != DateFault::None || published.year == 0)
      return;
    ctx.countComparison();
    if (!isBefore(read, published))
      return;
    constexpr uint32_t longest = 30;
    ctx.report(laterArgument.argument->trimmed, message)
        .arg("name", laterArgument.argument->name)
        .arg("value", shorten(*later, longest))
        .arg("date-name", dateArgument.argument->name)
        .arg("date", shorten(*date, longest))
        .related(dateArgument.argument->trimmed, "date");
  }

  /// Whether one is certainly before the other: by more than the slack if both give a day.
  bool isBefore(const DateReading &one, const DateReading &other) const {
    if (one.year == 0)
      return false;
    if (one.day && other.day && one.day->ok() && other.day->ok())
      return std::chrono::sys_days(*one.day) + std::chrono::days(slack) <
             std::chrono::sys_days(*other.day);
    return one.year < other.year;
  }

  int64_t slack;
  const StringList *periodicals;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(access_date_before_date, AccessDateBeforeDate)
