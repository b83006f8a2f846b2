// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"

#include <set>
#include <string>
#include <utility>

namespace wikivet {
namespace {

/// Reports first names of persons whose last name is not given.
class FirstWithoutLast final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      look(call, ctx);
  }

private:
  static std::string numberOf(const SchemaArgument &argument) {
    return argument.meaning.number.empty() ? "1" : argument.meaning.number;
  }

  static void look(const SchemaCall &call, CheckContext &ctx) {
    constexpr std::string_view first = "first#", last = "last#";
    std::set<std::pair<std::string, std::string>> named; // role and number
    for (const SchemaArgument &argument : call.arguments)
      if (argument.is(ValueType::Name) && !argument.isEmpty())
        if (std::string role = argument.meaning.parameter->name; role.ends_with(last))
          named.emplace(role.substr(0, role.size() - last.size()), numberOf(argument));
    for (const SchemaArgument &argument : call.arguments) {
      if (!argument.is(ValueType::Name) || argument.isEmpty())
        continue;
      std::string role = argument.meaning.parameter->name;
      if (!role.ends_with(first))
        continue;
      role.resize(role.size() - first.size());
      if (!named.contains({role, numberOf(argument)}))
        ctx.report(argument.argument->nameSpan(), "alone")
            .arg("name", argument.argument->name)
            .arg("wanted", role + "last" + argument.meaning.number);
    }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(first_without_last, FirstWithoutLast)
