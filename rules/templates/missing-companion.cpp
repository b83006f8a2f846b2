// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {
namespace {

/// Reports arguments that say something of another one that is not given.
class MissingCompanion final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments) {
        if (!argument.meaning.parameter || argument.isEmpty())
          continue;
        const std::vector<std::string> &with = argument.meaning.parameter->with;
        if (with.empty() || std::ranges::any_of(with, [&](const std::string &name) {
              return call.given(name) != nullptr;
            }))
          continue;
        ctx.report(argument.argument->nameSpan(), "alone")
            .arg("name", argument.argument->name)
            .arg("template", call.call->name)
            .arg("needed", fmt::format("'{}'", fmt::join(with, "' or '")));
      }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(missing_companion, MissingCompanion)
