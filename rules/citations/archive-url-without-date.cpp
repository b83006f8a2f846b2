// SPDX-License-Identifier: MIT
#include "lint/model/CitationDate.h"
#include "lint/model/SchemaCalls.h"
#include "lint/model/Urls.h"
#include "lint/rule/Check.h"

namespace wikivet {
namespace {

/// Reports archived copies without their date, which the address may tell.
class ArchiveUrlWithoutDate final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      if (const SchemaArgument *archive = call.given("archive-url");
          archive && !call.given("archive-date"))
        report(call, *archive, ctx);
  }

private:
  static void report(const SchemaCall &call, const SchemaArgument &archive, CheckContext &ctx) {
    auto finding = ctx.report(archive.argument->nameSpan(), "found");
    finding.arg("name", archive.argument->name);
    std::optional<std::string> url = plainValue(*archive.argument);
    std::optional<WaybackUrl> copy = url ? parseWaybackUrl(*url) : std::nullopt;
    std::optional<std::chrono::year_month_day> day = copy ? dayOf(*copy) : std::nullopt;
    if (!day)
      return;
    Span end = {.begin = archive.argument->trimmed.end, .end = archive.argument->trimmed.end};
    std::string text = "|archive-date=" + isoDate(*day);
    for (const SchemaArgument &argument : call.arguments)
      if (argument.is("archive-date")) {
        end = {.begin = argument.argument->value.begin, .end = argument.argument->value.begin};
        text = isoDate(*day);
      }
    finding.fix("take the date from the address", true, {{.span = end, .text = text}});
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(archive_url_without_date, ArchiveUrlWithoutDate)
