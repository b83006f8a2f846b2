// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <map>

namespace wikivet {
namespace {

/// Reports arguments with a value that the template does not read.
class UnknownParameter final : public Check {
public:
  explicit UnknownParameter(const Options &options) : ignored(options.stringList("ignored")) {}

  void finish(CheckContext &ctx) override {
    // A call with more of them was meant for another template altogether.
    constexpr uint32_t mostOfCall = 50;
    for (const SchemaCall &call : ctx.document().schemaCalls().all()) {
      uint32_t count = 0;
      for (const SchemaArgument &argument : call.arguments)
        if (!argument.isEmpty() && argument.argument->named && !argument.meaning.parameter &&
            !argument.meaning.renamed && count++ < mostOfCall)
          judge(call, argument, ctx);
    }
  }

private:
  void judge(const SchemaCall &call, const SchemaArgument &argument, CheckContext &ctx) {
    const std::string &name = argument.argument->name;
    // A number is a position that was written out; one without letters is no word.
    if (name.empty() || isDigit(name.front()) || ignored.contains(name))
      return;
    Span span = argument.argument->nameSpan();
    const std::string &meant = meaningOf(name, *call.schema);
    bool isFree = !meant.empty() && !call.call->argument(meant);
    auto finding = ctx.report(span, meant.empty() ? "unknown" : "suggestion");
    finding.arg("name", name).arg("template", call.call->name).arg("meant", meant);
    if (isFree)
      finding.fix("rename to " + meant, false, {{.span = span, .text = meant}});
  }

  /// The name that was most likely meant, or an empty one.
  const std::string &meaningOf(const std::string &name, const TemplateSchema &schema) {
    auto &[names, meanings] = known[&schema];
    auto [place, isNew] = meanings.try_emplace(name);
    if (isNew) {
      if (names.empty())
        names = schema.names();
      // The names are lower case, but for abbreviations.
      std::string lower = lowerCase(name);
      place->second = schema.meaning(lower).parameter ? lower : suggest(lower, names);
    }
    return place->second;
  }

  const StringList &ignored;
  struct Known {
    std::vector<std::string> names;
    std::map<std::string, std::string> meanings; ///< by unknown name
  };
  std::map<const TemplateSchema *, Known> known;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unknown_parameter, UnknownParameter)
