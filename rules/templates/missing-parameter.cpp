// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"

namespace wikivet {
namespace {

/// Reports calls without a parameter that the template can't do without.
class MissingParameter final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const std::string &name : *call.needs)
        if (!call.given(name))
          ctx.report(call.call->node.child(NodeKind::TemplateName).span(), "missing")
              .arg("template", call.call->name)
              .arg("name", name);
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(missing_parameter, MissingParameter)
