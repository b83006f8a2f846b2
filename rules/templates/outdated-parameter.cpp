// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {
namespace {

/// Reports arguments that the template read once and does not read any more.
class OutdatedParameter final : public Check {
public:
  void finish(CheckContext &ctx) override {
    // There are not many more names than these.
    constexpr uint32_t mostOfCall = 50;
    for (const SchemaCall &call : ctx.document().schemaCalls().all()) {
      uint32_t count = 0;
      for (const SchemaArgument &argument : call.arguments)
        if (argument.meaning.renamed && !argument.isEmpty() && count++ < mostOfCall)
          judge(call, argument, *argument.meaning.renamed, ctx);
    }
  }

private:
  static void judge(const SchemaCall &call, const SchemaArgument &argument,
                    const RenamedParameter &renamed, CheckContext &ctx) {
    Span span = argument.argument->nameSpan();
    if (renamed.to.empty()) {
      ctx.report(span, "gone")
          .arg("name", argument.argument->name)
          .arg("template", call.call->name)
          .arg("hint", renamed.hint);
      return;
    }
    std::string to = renamed.to;
    if (size_t place = to.find('#'); place != std::string::npos)
      to.replace(place, 1, argument.meaning.number);
    std::optional<std::string> value = plainValue(*argument.argument);
    auto translated = renamed.values.find(lowerCase(value.value_or("")));
    bool isTranslated = !renamed.values.empty();
    auto finding = ctx.report(span, isTranslated ? "translated" : "renamed");
    finding.arg("name", argument.argument->name)
        .arg("template", call.call->name)
        .arg("to", to)
        .arg("value", translated == renamed.values.end() ? "…" : translated->second);
    // Where the new name stands already, or another old one for it, only a reader of both can say
    // which value is right.
    bool isAlone = std::ranges::none_of(call.arguments, [&](const SchemaArgument &other) {
      return &other != &argument &&
             (other.argument->name == to ||
              (other.meaning.renamed && other.meaning.renamed->to == renamed.to));
    });
    if (!isAlone || call.given(to) ||
        (isTranslated &&
         (translated == renamed.values.end() || !isReplaceable(*argument.argument))))
      return;
    std::vector<Edit> edits = {{.span = span, .text = to}};
    if (isTranslated)
      edits.push_back({.span = argument.argument->trimmed, .text = translated->second});
    finding.fix("write " + to, true, std::move(edits));
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(outdated_parameter, OutdatedParameter)
