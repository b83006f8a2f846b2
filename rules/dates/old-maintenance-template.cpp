// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/model/StatedDates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports requests for work that nobody has done for years.
class OldMaintenanceTemplate final : public Check {
public:
  explicit OldMaintenanceTemplate(const Options &options)
      : templates(&options.stringList("templates")), years(options.integer("years")) {}

  void finish(CheckContext &ctx) override {
    const Wiki &wiki = ctx.document().wiki();
    for (const Template &call : ctx.document().templates().all()) {
      const Argument *argument = call.argument("date");
      if (!argument ||
          !(wiki.isTemplateIn("maintenance", call.name) ||
            wiki.isTemplateIn("citation-needed", call.name) || templates->contains(call.name)))
        continue;
      std::optional<StatedDate> date = statedDate(*argument, ctx.document());
      if (date && date->isOlderThan(years, ctx.today()))
        ctx.report(call.node.span(), "old")
            .arg("template",
                 "{{" + excerpt(call.node.child(NodeKind::TemplateName).text(), 40) + "}}")
            .arg("date", excerpt(argument->text(ctx.document().tree()), 40))
            .arg("years", years);
    }
  }

private:
  const StringList *templates;
  int64_t years;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(old_maintenance_template, OldMaintenanceTemplate)
