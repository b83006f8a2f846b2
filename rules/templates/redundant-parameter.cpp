// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"

#include <algorithm>
#include <map>

namespace wikivet {
namespace {

/// Reports arguments of which the template reads only one: two names of one parameter, or
/// parameters that exclude each other. The same name twice is a case for duplicate-argument.
class RedundantParameter final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      look(call, ctx);
  }

private:
  /// What two arguments must have in common for only one of them to be read.
  static std::string slot(const SchemaCall &call, const SchemaArgument &argument) {
    const std::string &name = argument.meaning.parameter->name;
    for (const auto &group : call.schema->exclusive)
      if (std::ranges::find(group, name) != group.end())
        return group.front();
    // A parameter without a number is the first.
    const std::string &number = argument.meaning.number;
    return name.contains('#') ? name + (number.empty() ? "1" : number) : name;
  }

  static void look(const SchemaCall &call, CheckContext &ctx) {
    std::map<std::string, const SchemaArgument *> read;
    for (const SchemaArgument &argument : call.arguments) {
      if (argument.isEmpty() || !argument.meaning.parameter)
        continue;
      auto [first, isNew] = read.try_emplace(slot(call, argument), &argument);
      if (isNew || first->second->argument->name == argument.argument->name)
        continue;
      ctx.report(argument.argument->nameSpan(), "redundant")
          .arg("name", argument.argument->name)
          .arg("other", first->second->argument->name)
          .arg("template", call.call->name)
          .related(first->second->argument->nameSpan(), "first");
    }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(redundant_parameter, RedundantParameter)
