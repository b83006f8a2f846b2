// SPDX-License-Identifier: MIT
#include "lint/model/Prose.h"
#include "lint/model/SchemaCalls.h"
#include "lint/model/StatedDates.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <map>

namespace wikivet {
namespace {

/// Compares the years that a page gives for one event: in templates, in its first sentence, in its
/// categories. The options say which event.
class YearConflict final : public Check {
public:
  explicit YearConflict(const Options &options)
      : parameters(&options.stringList("parameters")), categories(&options.regex("categories")),
        lead(options.string("lead")) {}

  void finish(CheckContext &ctx) override {
    const Document &document = ctx.document();
    std::vector<StatedDate> years = categoryYears(document, *categories);
    // An English category is a sign of English, too, on pages of few words.
    if (years.empty() && document.prose().isForeignTo("en"))
      return;
    std::vector<StatedDate> statements = templateDates(document);
    if (lead != "none") {
      Lifespan life = leadLifespan(document);
      if (const std::optional<StatedDate> &date = lead == "birth" ? life.birth : life.death)
        statements.push_back(*date);
    }
    // Several categories are about several people, or about stages of a foundation.
    if (!years.empty() && agree(years))
      statements.push_back(years.front());
    if (statements.size() > 1 && !agree(statements))
      report(statements, ctx);
  }

private:
  static bool agree(const std::vector<StatedDate> &dates) {
    return std::ranges::all_of(
        dates, [&](const StatedDate &date) { return date.year == dates.front().year; });
  }

  /// What the templates of each name say, where all that have the parameters agree: several
  /// infoboxes are about several things.
  std::vector<StatedDate> templateDates(const Document &document) const {
    struct Claim {
      StatedDate date;
      bool isCertain;
    };
    std::map<std::string_view, Claim> byTemplate;
    for (const Template &call : document.templates().all())
      for (const Argument &argument : call.arguments) {
        if (!parameters->contains(argument.name) || argument.trimmed.empty() ||
            document.schemaCalls().at(call.node))
          continue;
        std::optional<StatedDate> date = statedDate(argument, document);
        auto [place, isFirst] = byTemplate.try_emplace(
            call.name, Claim{.date = date.value_or(StatedDate()), .isCertain = date.has_value()});
        if (!isFirst && (!date || date->year != place->second.date.year))
          place->second.isCertain = false;
      }
    std::vector<StatedDate> dates;
    for (const auto &[name, claim] : byTemplate)
      if (claim.isCertain)
        dates.push_back(claim.date);
    return dates;
  }

  /// Reports the statement that stands alone against the others, else the first.
  static void report(const std::vector<StatedDate> &statements, CheckContext &ctx) {
    auto sameYear = [&](const StatedDate &date) {
      return std::ranges::count(statements, date.year, &StatedDate::year);
    };
    auto odd = std::ranges::min_element(statements, {}, sameYear);
    auto other = std::ranges::find_if(
        statements, [&](const StatedDate &date) { return date.year != odd->year; });
    const Source &source = ctx.document().source();
    ctx.report(odd->span, "conflict")
        .arg("value", excerpt(source.text(odd->span), 40))
        .arg("other", excerpt(source.text(other->span), 40))
        .related(other->span, "other");
  }

  const StringList *parameters;
  const Regex *categories;
  const std::string &lead; ///< "birth", "death" or "none"
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(birth_year_conflict, YearConflict)
