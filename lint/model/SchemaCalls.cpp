// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"

#include "lint/model/Document.h"
#include "lint/model/PlainText.h"
#include "lint/model/Prose.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

SchemaCall::SchemaCall(const Template &call, const TemplateSchema &schema)
    : call(&call), schema(&schema), needs(&schema.templates.find(call.name)->second) {
  arguments.reserve(call.arguments.size());
  values.reserve(call.arguments.size());
  for (const Argument &argument : call.arguments) {
    arguments.push_back(
        {&argument, argument.named ? schema.meaning(argument.name) : TemplateSchema::Meaning()});
    if (const SchemaParameter *parameter = arguments.back().meaning.parameter;
        parameter && !arguments.back().isEmpty())
      values.push_back({parameter, static_cast<uint32_t>(arguments.size() - 1)});
  }
  std::ranges::sort(values);
}

const SchemaArgument *SchemaCall::given(std::string_view parameter) const {
  const SchemaParameter *wanted = schema->meaning(parameter).parameter;
  auto found = std::ranges::lower_bound(values, Value{wanted, 0});
  return found != values.end() && found->parameter == wanted ? &arguments[found->argument]
                                                             : nullptr;
}

const SchemaArgument *SchemaCall::argumentAt(Node node) const {
  const Argument *argument = call->argumentAt(node);
  return argument ? &arguments[static_cast<size_t>(argument - call->arguments.data())] : nullptr;
}

bool SchemaCall::isKnown() const {
  return std::ranges::any_of(arguments, [](const SchemaArgument &argument) {
    return argument.meaning.parameter || argument.meaning.renamed;
  });
}

std::optional<std::string> plainValue(const Argument &argument) {
  const Tree &tree = argument.node.tree();
  std::string_view source = tree.sourceText();
  std::string value;
  uint32_t end = argument.value.begin;
  for (Node child : argument.node.children()) {
    if (child.begin() < argument.value.begin)
      continue;
    value += source.substr(end, child.begin() - end);
    if (child.isOneOf(NodeKind::Text, NodeKind::Url, NodeKind::MagicLink))
      value += child.text();
    else if (child.is(NodeKind::Entity))
      value += decodeEntity(child.text());
    else if (!child.is(NodeKind::Comment))
      return std::nullopt;
    end = child.end();
  }
  value += source.substr(end, argument.value.end - end);
  return std::string(trim(value));
}

bool isReplaceable(const Argument &argument) { return !argument.node.child(NodeKind::Comment); }

/// Whether a schema holds for the page. Where the wiki is not known, its text must be of the
/// schema's language: other wikis' templates of the same name read other parameters.
static bool holdsFor(const TemplateSchema &schema, const Document &document) {
  return !document.wiki().id.empty() || !document.prose().isForeignTo(schema.language);
}

SchemaCalls::SchemaCalls(const Document &document) {
  for (const Template &call : document.templates().all()) {
    const TemplateSchema *schema = document.wiki().schemaOf(call.name);
    if (!schema || !holdsFor(*schema, document))
      continue;
    // A template with none of the parameters is another one of that name: `{{citation|…}}` is a
    // quotation on many wikis.
    if (SchemaCall described(call, *schema); described.isKnown())
      calls.push_back(std::move(described));
  }
}

const SchemaCall *SchemaCalls::at(Node node) const {
  return findAt(calls, node, [](const SchemaCall &call) { return call.call->node; });
}

} // namespace wikivet
