// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports values that go on with the name of another parameter and '='.
class MissingPipe final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments)
        if (argument.argument->named && !argument.isEmpty())
          look(call, argument, ctx);
  }

private:
  static bool isNameLetter(char c) { return isLetter(c) || isDigit(c) || c == '-'; }

  static void look(const SchemaCall &call, const SchemaArgument &argument, CheckContext &ctx) {
    for (Node child : argument.argument->node.children()) {
      // What is written out in a link, a template or a tag is meant to be there.
      if (!child.is(NodeKind::Text) || child.begin() < argument.argument->value.begin)
        continue;
      std::string_view text = child.text();
      for (size_t sign = text.find('='); sign != std::string_view::npos;
           sign = text.find('=', sign + 1)) {
        size_t end = sign;
        while (end > 0 && text[end - 1] == ' ')
          --end;
        size_t begin = end;
        while (begin > 0 && isNameLetter(text[begin - 1]))
          --begin;
        // The name stands apart from what is before it, as a pipe would.
        if (begin == end || begin == 0 || !isSpace(text[begin - 1]))
          continue;
        // Attributes of a tag are not arguments.
        if (sign + 1 < text.size() && text[sign + 1] == '"')
          continue;
        std::string_view name = text.substr(begin, end - begin);
        if (!call.schema->meaning(name).parameter || call.given(name))
          continue;
        auto at = child.begin() + static_cast<uint32_t>(begin);
        ctx.report({.begin = at, .end = child.begin() + static_cast<uint32_t>(sign + 1)}, "missing")
            .arg("name", name)
            .arg("outer", argument.argument->name)
            .fix("insert '|'", false, {{.span = {.begin = at, .end = at}, .text = "|"}});
        return;
      }
    }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(missing_pipe, MissingPipe)
