// SPDX-License-Identifier: MIT
#include "lint/model/Identifiers.h"
#include "lint/model/SchemaCalls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <cctype>

namespace wikivet {
namespace {

/// Checks the identifiers in citations, and in templates and magic links for ISBNs.
class InvalidIdentifier final : public Check {
public:
  explicit InvalidIdentifier(const Options &options)
      : isbnTemplates(options.stringList("isbn-templates")),
        issnTemplates(options.stringList("issn-templates")) {}

  KindSet interests() const override { return {NodeKind::MagicLink}; }

  void visit(Node node, CheckContext &ctx) override {
    constexpr std::string_view name = "ISBN";
    if (!node.text().starts_with(name) || isArgumentOfType(node.parent(), ctx.document()))
      return;
    std::string_view number = trim(node.text().substr(name.size()));
    Span span = {.begin = node.end() - static_cast<uint32_t>(number.size()), .end = node.end()};
    judge(span, name, ValueType::Isbn, number, 0, true, ctx);
  }

  void finish(CheckContext &ctx) override {
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments)
        if (argument.meaning.parameter && hasIdentifierForm(argument.meaning.parameter->type))
          judge(*argument.argument, argument.argument->name, argument.meaning.parameter->type,
                argument.meaning.parameter->most, ctx);
    for (const Template &call : ctx.document().templates().all()) {
      bool isIsbn = isbnTemplates.contains(call.name);
      if (!isIsbn && !issnTemplates.contains(call.name))
        continue;
      for (const Argument &argument : call.arguments)
        if (!argument.named)
          judge(argument, isIsbn ? "ISBN" : "ISSN", isIsbn ? ValueType::Isbn : ValueType::Issn, 0,
                ctx);
    }
  }

private:
  /// Whether finish() looks at the argument.
  static bool isArgumentOfType(Node argument, const Document &document) {
    const SchemaCall *call = document.schemaCalls().at(argument.parent());
    const SchemaArgument *found = call ? call->argumentAt(argument) : nullptr;
    return found && found->meaning.parameter && hasIdentifierForm(found->meaning.parameter->type);
  }

  static void judge(const Argument &argument, std::string_view name, ValueType type, int64_t most,
                    CheckContext &ctx) {
    std::optional<std::string> value = plainValue(argument);
    // Double parentheses say that the source itself has it wrong.
    if (!value || value->empty() || (value->starts_with("((") && value->ends_with("))")))
      return;
    judge(argument.trimmed, name, type, *value, most, isReplaceable(argument), ctx);
  }

  static void judge(Span span, std::string_view name, ValueType type, std::string_view value,
                    int64_t most, bool isReplaceable, CheckContext &ctx) {
    IdentifierReading reading = readIdentifier(type, value, most);
    std::string_view message = messageOf(reading.fault);
    if (message.empty())
      return;
    auto finding = ctx.report(span, message);
    finding.arg("name", labelOf(name))
        .arg("value", shorten(value, 60))
        .arg("form", identifierForm(type))
        .arg("length", reading.length)
        .arg("most", most)
        .arg("better", reading.better.value_or(""));
    if (reading.better && isReplaceable)
      finding.fix("write " + *reading.better, true, {{.span = span, .text = *reading.better}});
  }

  /// Abbreviations are written in capitals.
  static std::string labelOf(std::string_view name) {
    std::string label(name);
    if (name != "arxiv" && name != "eprint" && name != "bibcode")
      std::ranges::transform(label, label.begin(), [](char c) {
        return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      });
    return label;
  }

  static std::string_view messageOf(IdentifierFault fault) {
    switch (fault) {
    case IdentifierFault::None:
      return {};
    case IdentifierFault::Prefix:
      return "prefix";
    case IdentifierFault::Form:
      return "form";
    case IdentifierFault::Length:
      return "length";
    case IdentifierFault::CheckDigit:
      return "check-digit";
    case IdentifierFault::Range:
      return "range";
    }
    return {};
  }

  const StringList &isbnTemplates;
  const StringList &issnTemplates;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(invalid_identifier, InvalidIdentifier)
