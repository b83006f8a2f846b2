// SPDX-License-Identifier: MIT
#include "lint/model/Prose.h"
#include "lint/model/StatedDates.h"
#include "lint/model/Tables.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

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
          judge(*date, call.node.span(), call.node.text(), ctx.today());
    if (ctx.document().textIndex().mayHold("as of") && ctx.document().prose().isIn("en"))
      for (const Block *block : blocksOutside(ctx.document(), *ignored))
        readBlock(*block, ctx);
    std::ranges::sort(stale, {}, [](const Statement &statement) { return statement.span.begin; });
    report(ctx);
  }

private:
  struct Statement {
    Span span;
    std::string text;
    int year;
  };

  void readBlock(const Block &block, CheckContext &ctx) {
    for (auto match = phrase->find(block.text); match;) {
      Span found = match->front().value_or(Span());
      if (const std::optional<Span> &written = match->back();
          written && !block.isVerbatim(found.begin))
        if (Span place = block.sourceOf(found); !isTemplate(place, ctx))
          if (std::optional<StatedDate> date = readCertainDate(block.sentence(*written)))
            judge(*date, place, block.sentence(found), ctx.today());
      match = phrase->find(block.text, std::max(found.end, found.begin + 1));
    }
  }

  /// What templates show was judged by their arguments.
  static bool isTemplate(Span place, const CheckContext &ctx) {
    return ctx.document().source().text(place).starts_with("{{");
  }

  void judge(const StatedDate &date, Span span, std::string_view text,
             std::chrono::year_month_day today) {
    if (date.year >= firstYear && date.isOlderThan(years, today))
      stale.push_back({.span = span, .text = excerpt(text, 40), .year = date.year});
  }

  /// In a table, whose figures are mostly brought up to date together, all are one finding.
  void report(CheckContext &ctx) const {
    const std::vector<Table> &tables = ctx.document().tables().all();
    auto table = tables.begin();
    for (auto first = stale.begin(); first != stale.end();) {
      while (table != tables.end() && table->node.end() <= first->span.begin)
        ++table;
      bool isInTable = table != tables.end() && table->node.begin() <= first->span.begin;
      auto last = isInTable
                      ? std::ranges::find_if(first, stale.end(),
                                             [&](const Statement &statement) {
                                               return statement.span.begin >= table->node.end();
                                             })
                      : first + 1;
      if (last - first == 1) {
        ctx.report(first->span, "stale").arg("text", first->text).arg("years", years);
      } else {
        auto [oldest, newest] =
            std::ranges::minmax(std::ranges::subrange(first, last), {}, &Statement::year);
        ctx.report(first->span, "table")
            .arg("count", last - first)
            .arg("period", oldest.year == newest.year
                               ? fmt::format("{}", oldest.year)
                               : fmt::format("{}–{}", oldest.year, newest.year));
      }
      first = last;
    }
  }

  const StringList *templates;
  const Regex *phrase, *ignored;
  int64_t years, firstYear;
  std::vector<Statement> stale;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(stale_as_of, StaleAsOf)
