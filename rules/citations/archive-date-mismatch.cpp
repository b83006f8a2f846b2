// SPDX-License-Identifier: MIT
#include "lint/model/CitationDate.h"
#include "lint/model/SchemaCalls.h"
#include "lint/model/Urls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <chrono>

namespace wikivet {
namespace {

/// Compares the date of an archived copy with the time in its address.
class ArchiveDateMismatch final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all()) {
      const SchemaArgument *archive = call.given("archive-url");
      const SchemaArgument *date = call.given("archive-date");
      if (archive && date)
        compare(*archive, *date, ctx);
    }
  }

private:
  static void compare(const SchemaArgument &archive, const SchemaArgument &date,
                      CheckContext &ctx) {
    std::optional<std::string> url = plainValue(*archive.argument);
    std::optional<std::string> written = plainValue(*date.argument);
    if (!url || !written)
      return;
    std::optional<WaybackUrl> copy = parseWaybackUrl(*url);
    DateReading reading = readCitationDate(*written);
    if (!copy || !reading.day || !reading.day->ok())
      return;
    std::optional<std::chrono::year_month_day> stamp = dayOf(*copy);
    if (!stamp)
      return;
    // The time of the archive is UTC, the day of the editor may be the one before or after.
    auto apart = std::chrono::sys_days(*stamp) - std::chrono::sys_days(*reading.day);
    if (std::chrono::abs(apart) <= std::chrono::days(1))
      return;
    std::string right = isoDate(*stamp);
    auto finding = ctx.report(date.argument->trimmed, "mismatch");
    finding.arg("name", date.argument->name)
        .arg("value", shorten(*written, 30))
        .arg("right", right)
        .related(archive.argument->trimmed, "address");
    if (isReplaceable(*date.argument))
      finding.fix("write " + right, true, {{.span = date.argument->trimmed, .text = right}});
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(archive_date_mismatch, ArchiveDateMismatch)
