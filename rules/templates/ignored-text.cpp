// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports texts between pipes without a name, where a template reads named arguments only.
class IgnoredText final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments) {
        if (argument.argument->named)
          continue;
        std::optional<std::string> value = plainValue(*argument.argument);
        if (!value || value->empty())
          continue;
        ctx.report(argument.argument->trimmed, "ignored")
            .arg("value", shorten(collapseSpaces(*value), 40))
            .arg("template", call.call->name);
      }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(ignored_text, IgnoredText)
