// SPDX-License-Identifier: MIT
#include "lint/model/Prose.h"
#include "lint/model/StatedDates.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports statements that say themselves that they were true long ago.
class StaleAsOf final : public Check {
public:
  explicit StaleAsOf(const Options &options)
      : templates(&options.stringList("templates")), phrase(&options.regex("phrase")),
        ignored(&options.regex("ignored-sections")), years(options.integer("years")),
        firstYear(options.integer("first-year")) {}

  void finish(CheckContext &ctx) override {
    for (const Template &call : ctx.document().templates().all())
      if (templates->contains(call.name))
        if (std::optional<StatedDate> date = calendarDate(call, 1))
          judge(*date, call.node.span(), call.node.text(), ctx);
    if (!ctx.document().textIndex().mayHold("as of") || !ctx.document().prose().isIn("en"))
      return;
    for (const Block *block : blocksOutside(ctx.document(), *ignored))
      readBlock(*block, ctx);
  }

private:
  void readBlock(const Block &block, CheckContext &ctx) const {
    for (auto match = phrase->find(block.text); match;) {
      Span found = match->front().value_or(Span());
      if (const std::optional<Span> &written = match->back();
          written && !block.isVerbatim(found.begin))
        if (Span place = block.sourceOf(found); !isTemplate(place, ctx))
          if (std::optional<StatedDate> date = readCertainDate(block.sentence(*written)))
            judge(*date, place, block.sentence(found), ctx);
      match = phrase->find(block.text, std::max(found.end, found.begin + 1));
    }
  }

  /// What templates show was judged by their arguments.
  static bool isTemplate(Span place, const CheckContext &ctx) {
    return ctx.document().source().text(place).starts_with("{{");
  }

  void judge(const StatedDate &date, Span span, std::string_view text, CheckContext &ctx) const {
    if (date.year >= firstYear && date.isOlderThan(years, ctx.today()))
      ctx.report(span, "stale").arg("text", excerpt(text, 40)).arg("years", years);
  }

  const StringList *templates;
  const Regex *phrase, *ignored;
  int64_t years, firstYear;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(stale_as_of, StaleAsOf)
