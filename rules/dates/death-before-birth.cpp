// SPDX-License-Identifier: MIT
#include "lint/model/Prose.h"
#include "lint/model/StatedDates.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports people who are said to have died before they were born.
class DeathBeforeBirth final : public Check {
public:
  explicit DeathBeforeBirth(const Options &options)
      : birthNames(&options.stringList("birth-parameters")),
        deathNames(&options.stringList("death-parameters")),
        births(&options.regex("birth-categories")), deaths(&options.regex("death-categories")) {}

  void finish(CheckContext &ctx) override {
    const Document &document = ctx.document();
    for (const Template &call : document.templates().all()) {
      compare(given(call, *birthNames, document), given(call, *deathNames, document), ctx);
      if (document.wiki().isTemplateIn("life-dates", call.name))
        compareInTemplate(call, ctx);
    }
    std::vector<StatedDate> born = categoryYears(document, *births);
    std::vector<StatedDate> died = categoryYears(document, *deaths);
    // A page about several people has several of them.
    if (born.size() == 1 && died.size() == 1)
      compare(born[0], died[0], ctx);
    // An English category is a sign of English, too, on pages of few words.
    if (born.empty() && document.prose().isForeignTo("en"))
      return;
    Lifespan life = leadLifespan(document);
    compare(life.birth, life.death, ctx);
  }

private:
  static std::optional<StatedDate> given(const Template &call, const StringList &names,
                                         const Document &document) {
    for (const Argument &argument : call.arguments)
      if (names.contains(argument.name) && !argument.trimmed.empty())
        return statedDate(argument, document);
    return std::nullopt;
  }

  /// `{{death date and age|2010|5|1|1930|2|3}}`
  static void compareInTemplate(const Template &call, CheckContext &ctx) {
    std::optional<StatedDate> death = calendarDate(call, 1), birth = calendarDate(call, 4);
    if (!death || !birth)
      return;
    death->span = call.node.span();
    birth->span = call.argument("4")->trimmed;
    compare(birth, death, ctx);
  }

  static void compare(const std::optional<StatedDate> &birth,
                      const std::optional<StatedDate> &death, CheckContext &ctx) {
    if (!birth || !death || !death->isBefore(*birth))
      return;
    const Source &source = ctx.document().source();
    ctx.report(death->span, "reversed")
        .arg("death", excerpt(source.text(death->span), 50))
        .arg("birth", excerpt(source.text(birth->span), 50))
        .related(birth->span, "birth");
  }

  const StringList *birthNames, *deathNames;
  const Regex *births, *deaths;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(death_before_birth, DeathBeforeBirth)
