// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/model/Urls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports addresses of the Internet Archive that lead to no certain copy.
class MalformedArchiveUrl final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      if (const SchemaArgument *archive = call.given("archive-url"))
        judge(*archive, ctx);
  }

private:
  static void judge(const SchemaArgument &archive, CheckContext &ctx) {
    std::optional<std::string> value = plainValue(*archive.argument);
    if (!value)
      return;
    std::optional<WaybackUrl> copy = parseWaybackUrl(*value);
    if (!copy)
      return;
    // The number of digits says how exact the time is: year, month, day or second.
    size_t digits = copy->timestamp.size();
    std::string_view message;
    if (copy->command == "save")
      message = "save";
    else if (copy->command == "*" || digits == 0)
      message = "list";
    else if (digits != 4 && digits != 6 && digits != 8 && digits != 14)
      message = "timestamp";
    else if (copy->target.empty())
      message = "no-target";
    if (!message.empty())
      ctx.report(archive.argument->trimmed, message)
          .arg("value", shorten(*value, 80))
          .arg("timestamp", copy->timestamp)
          .arg("digits", static_cast<int64_t>(digits));
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(malformed_archive_url, MalformedArchiveUrl)
