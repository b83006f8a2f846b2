// SPDX-License-Identifier: MIT
#include "lint/lsp/Names.h"
#include "lint/lsp/features/Features.h"
#include "lint/model/PlainText.h"
#include "lint/model/References.h"
#include "lint/model/SchemaCalls.h"
#include "lint/model/Templates.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet::lsp {

namespace {

/// Text of a page in Markdown: as code, so that none of its signs means anything.
std::string code(std::string_view text) {
  std::string shown = excerpt(text, 120);
  std::ranges::replace(shown, '`', '\'');
  return '`' + shown + '`';
}

std::string ruleText(const Diagnostic &diagnostic, const RuleSpec *rule, const Settings &settings) {
  std::string text = fmt::format("**{}** ({})\n\n{}", diagnostic.rule,
                                 severityName(diagnostic.severity), diagnostic.message);
  if (rule)
    text += fmt::format("\n\n{}\n\n{}", rule->summary, trim(rule->docs));
  if (rule && !settings.ruleUrl.empty())
    text += fmt::format("\n\n[More]({})", addressOf(settings.ruleUrl, rule->name));
  return text;
}

std::string templateText(const Document &document, const Template &call) {
  std::string text =
      fmt::format("Template {}", code(trim(call.node.child(NodeKind::TemplateName).text())));
  const SchemaCall *schema = document.schemaCalls().at(call.node);
  for (const Argument &argument : call.arguments) {
    text += fmt::format("\n- {}: {}", code(argument.name), code(argument.text(document.tree())));
    const SchemaArgument *known = schema ? schema->argumentAt(argument.node) : nullptr;
    if (known && known->meaning.parameter)
      text += fmt::format(" ({})", nameOf(valueTypeWords, known->meaning.parameter->type));
    else if (known && known->meaning.renamed && !known->meaning.renamed->to.empty())
      text += fmt::format(" (now {})", code(known->meaning.renamed->to));
  }
  return text;
}

std::string nameText(const Inquiry &inquiry, const std::vector<NamePlace> &places,
                     const NamePlace &here) {
  size_t uses = 0;
  const NamePlace *definition = nullptr;
  for (const NamePlace &place : places) {
    if (place.kind != here.kind || place.key != here.key)
      continue;
    uses += !place.isDefinition;
    if (place.isDefinition && !definition)
      definition = &place;
  }
  const Document &document = inquiry.page.document();
  bool isReference = here.kind == NamePlace::Kind::Reference;
  std::string text =
      fmt::format("{} {}: {} {}", isReference ? "Reference" : "Section",
                  code(document.source().text(here.span)), uses, uses == 1 ? "use" : "uses");
  if (!definition)
    return text + ", defined nowhere on this page";
  Position line = document.source().lines().position(definition->span.begin);
  text += fmt::format(", defined on line {}", line.line);
  if (isReference)
    for (const Reference &reference : document.references().all())
      if (reference.defines && reference.tag == definition->whole)
        text += fmt::format("\n\n{}", code(document.source().text(reference.body)));
  return text;
}

/// The innermost call of a template around an offset, or null. Costs the number of calls.
const Template *callAt(const Document &document, uint32_t offset) {
  const Template *innermost = nullptr;
  for (const Template &call : document.templates().all())
    if (call.node.span().contains(offset)) // inner calls come later
      innermost = &call;
  return innermost;
}

} // namespace

Answer answerHover(const Inquiry &inquiry) {
  uint32_t offset = inquiry.offset();
  std::string text;
  Span span{.begin = offset, .end = offset};
  const std::vector<Diagnostic> *findings = inquiry.page.findings(inquiry.stop);
  if (!findings)
    return nullptr;
  for (const Diagnostic &diagnostic : *findings) {
    bool isHere = diagnostic.span.contains(offset) || diagnostic.span.begin == offset;
    if (!isHere)
      continue;
    const RegisteredRule *rule = inquiry.page.ruleset()->registry().rule(diagnostic.rule);
    text += text.empty() ? "" : "\n\n---\n\n";
    text += ruleText(diagnostic, rule ? &rule->spec : nullptr, inquiry.settings);
    span = diagnostic.span;
  }
  if (text.empty()) {
    const Document &document = inquiry.page.document();
    std::vector<NamePlace> places = namePlaces(document);
    const NamePlace *place = placeAt(places, offset);
    const Template *call = callAt(document, offset);
    if (place && (!call || place->whole.size() <= call->node.span().size())) {
      text = nameText(inquiry, places, *place);
      span = place->whole;
    } else if (call) {
      text = templateText(document, *call);
      span = call->node.span();
    }
  }
  if (text.empty())
    return nullptr;
  return Json{{"contents",
               {{"kind", inquiry.client.showsMarkdown ? "markdown" : "plaintext"},
                {"value", std::move(text)}}},
              {"range", inquiry.positions().range(span)}};
}

} // namespace wikivet::lsp
