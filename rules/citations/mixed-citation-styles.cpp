// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports pages with citations in the style of `{{cite …}}` and in that of `{{citation}}`.
class MixedCitationStyles final : public Check {
public:
  void finish(CheckContext &ctx) override {
    Style cite, citation;
    for (const SchemaCall &call : ctx.document().schemaCalls().all()) {
      bool isCitation = call.call->name == "citation";
      if (const Argument *mode = call.call->argument("mode")) {
        std::optional<std::string> value = plainValue(*mode);
        if (value == "cs1" || value == "cs2")
          isCitation = value == "cs2";
      }
      Style &style = isCitation ? citation : cite;
      if (style.count++ == 0)
        style.first = call.call->node;
    }
    if (cite.count == 0 || citation.count == 0)
      return;
    const Style &rarer = cite.count < citation.count ? cite : citation;
    const Style &other = cite.count < citation.count ? citation : cite;
    ctx.report(rarer.name().span(), "mixed")
        .arg("name", trim(rarer.name().text()))
        .arg("count", rarer.count)
        .arg("other", trim(other.name().text()))
        .arg("other-count", other.count)
        .related(other.name().span(), "other");
  }

private:
  struct Style {
    int64_t count = 0;
    Node first;

    Node name() const { return first.child(NodeKind::TemplateName); }
  };
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(mixed_citation_styles, MixedCitationStyles)
