// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {
namespace {

/// Reports values that are none of the words that a parameter may be.
class InvalidParameterValue final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments)
        if (argument.meaning.parameter && !argument.meaning.parameter->values.empty() &&
            !argument.isEmpty())
          judge(argument, ctx);
  }

private:
  static void judge(const SchemaArgument &argument, CheckContext &ctx) {
    const std::vector<std::string> &words = argument.meaning.parameter->values;
    std::optional<std::string> value = plainValue(*argument.argument);
    if (!value || value->empty() || std::ranges::find(words, *value) != words.end())
      return;
    std::string meant = suggest(lowerCase(*value), words);
    auto finding = ctx.report(argument.argument->trimmed, "invalid");
    finding.arg("name", argument.argument->name)
        .arg("value", shorten(*value, 40))
        .arg("words", words.size() == 1 ? fmt::format("is either '{}' or left out", words[0])
                                        : fmt::format("is one of {}", fmt::join(words, ", ")));
    if (!meant.empty() && isReplaceable(*argument.argument))
      finding.fix("write " + meant, false, {{.span = argument.argument->trimmed, .text = meant}});
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(invalid_parameter_value, InvalidParameterValue)
