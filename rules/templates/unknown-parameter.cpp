// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports arguments with a value that the template does not read.
class UnknownParameter final : public Check {
public:
  explicit UnknownParameter(const Options &options) : ignored(options.stringList("ignored")) {}

  KindSet interests() const override { return {}; }

  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments)
        if (!argument.isEmpty() && argument.argument->named && !argument.meaning.parameter &&
            !argument.meaning.renamed)
          judge(call, argument, ctx);
  }

private:
  void judge(const SchemaCall &call, const SchemaArgument &argument, CheckContext &ctx) {
    const std::string &name = argument.argument->name;
    // A number is a position that was written out; one without letters is no word.
    if (name.empty() || isDigit(name.front()) || ignored.contains(name))
      return;
    Span span = argument.argument->nameSpan();
    if (names.empty())
      names = call.schema->names();
    // The names are lower case, but for abbreviations.
    std::string lower = lowerCase(name);
    std::string meant = call.schema->meaning(lower).parameter ? lower : suggest(lower, names);
    bool isFree = !meant.empty() && !call.call->argument(meant);
    auto finding = ctx.report(span, meant.empty() ? "unknown" : "suggestion");
    finding.arg("name", name).arg("template", call.call->name).arg("meant", meant);
    if (isFree)
      finding.fix("rename to " + meant, false, {{.span = span, .text = meant}});
  }

  const StringList &ignored;
  std::vector<std::string> names;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unknown_parameter, UnknownParameter)
