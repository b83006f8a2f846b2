// SPDX-License-Identifier: MIT
#include "lint/rule/Edits.h"

#include "lint/model/Tags.h"
#include "lint/model/Templates.h"
#include "lint/rule/MessageTemplate.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

using Action = EditSpec::Action;

enum class Shape : uint8_t { Nothing, Text, Pair, Map };

struct ActionWord {
  std::string_view name;
  Action action;
  Shape shape; ///< `true`, a text, a list of two, or a map of one
};

constexpr ActionWord actions[] = {{"replace", Action::Replace, Shape::Text},
                                  {"delete", Action::Delete, Shape::Nothing},
                                  {"insert-before", Action::InsertBefore, Shape::Text},
                                  {"insert-after", Action::InsertAfter, Shape::Text},
                                  {"wrap", Action::Wrap, Shape::Pair},
                                  {"unwrap", Action::Unwrap, Shape::Nothing},
                                  {"rename-tag", Action::RenameTag, Shape::Text},
                                  {"rename-template", Action::RenameTemplate, Shape::Text},
                                  {"rename-param", Action::RenameParam, Shape::Map},
                                  {"set-param", Action::SetParam, Shape::Map},
                                  {"remove-param", Action::RemoveParam, Shape::Text},
                                  {"remove-attribute", Action::RemoveAttribute, Shape::Text}};

void readValue(const ActionWord &word, const YamlNode &value, EditSpec &spec, Problems &problems) {
  switch (word.shape) {
  case Shape::Nothing:
    if (auto flag = readBoolean(value, word.name, problems); flag && !*flag)
      problems.push_back({value.span, fmt::format("'{}' takes 'true' only", word.name)});
    return;
  case Shape::Text:
    spec.text = readString(value, word.name, problems).value_or("");
    return;
  case Shape::Pair:
    if (value.kind == YamlKind::Sequence && value.items.size() == 2) {
      spec.text = readString(value.items[0], word.name, problems).value_or("");
      spec.second = readString(value.items[1], word.name, problems).value_or("");
    } else {
      problems.push_back({value.span, fmt::format("'{}' takes a list of two texts", word.name)});
    }
    return;
  case Shape::Map:
    if (value.kind == YamlKind::Map && value.entries.size() == 1) {
      spec.text = value.entries[0].key;
      spec.second = readString(value.entries[0].value, word.name, problems).value_or("");
    } else {
      problems.push_back({value.span, fmt::format("'{}' takes a map with one name", word.name)});
    }
    return;
  }
}

Edit replacing(Span span, std::string text) { return {.span = span, .text = std::move(text)}; }
Edit inserting(uint32_t place, std::string text) {
  return replacing({.begin = place, .end = place}, std::move(text));
}

/// A node's bytes without the blanks around.
Span trimmedSpan(Node node) { return node.tree().spanOf(trim(node.text())); }

std::optional<std::vector<Edit>> renameTag(Node node, const std::string &name) {
  Node tag = attributeTag(node).child(NodeKind::TagName);
  if (!tag)
    return std::nullopt;
  std::vector<Edit> edits = {replacing(tag.span(), name)};
  if (Node end = node.child(NodeKind::EndTag))
    edits.push_back(replacing(end.span(), fmt::format("</{}>", name)));
  return edits;
}

std::optional<std::vector<Edit>> unwrap(Node node) {
  if (!node.isOneOf(NodeKind::Element, NodeKind::Extension))
    return std::vector<Edit>{replacing(node.span(), "")};
  std::vector<Edit> edits = {replacing(node.firstChild().span(), "")};
  if (Node end = node.child(NodeKind::EndTag))
    edits.push_back(replacing(end.span(), ""));
  return edits;
}

std::optional<std::vector<Edit>> setParam(const Template &call, const std::string &name,
                                          std::string value) {
  if (const Argument *argument = call.argument(name))
    return std::vector<Edit>{replacing(argument->trimmed, std::move(value))};
  // In the style of the call: a line for each parameter, or all on one.
  std::string_view text = call.node.text();
  uint32_t close = call.node.end() - 2;
  bool isMultiline = text.size() > 3 && text[text.size() - 3] == '\n';
  std::string added =
      isMultiline ? fmt::format("| {} = {}\n", name, value) : fmt::format("|{}={}", name, value);
  return std::vector<Edit>{inserting(close, std::move(added))};
}

std::optional<std::vector<Edit>> removeAttribute(Node node, const std::string &name) {
  Node tag = attributeTag(node), attribute = findAttribute(tag, name);
  if (!attribute)
    return std::nullopt;
  uint32_t begin = attribute.begin();
  while (begin > tag.begin() && isSpace(node.tree().sourceText()[begin - 1]))
    --begin;
  return std::vector<Edit>{replacing({.begin = begin, .end = attribute.end()}, "")};
}

} // namespace

std::shared_ptr<const EditSpec> compileEdit(const YamlNode &yaml, Problems &problems) {
  std::vector<std::string> keys = {"title"};
  for (const ActionWord &word : actions)
    keys.emplace_back(word.name);
  size_t before = problems.size();
  if (!readKeys(yaml, "edit", keys, problems))
    return nullptr;
  auto spec = std::make_shared<EditSpec>();
  uint32_t count = 0;
  for (const ActionWord &word : actions) {
    const YamlNode *value = yaml.find(word.name);
    if (!value)
      continue;
    ++count;
    spec->action = word.action;
    readValue(word, *value, *spec, problems);
  }
  const YamlNode *title = yaml.find("title");
  if (title)
    spec->title = readString(*title, "title", problems).value_or("");
  else
    problems.push_back({yaml.span, "'title' is missing"});
  if (count != 1) {
    keys.erase(keys.begin());
    problems.push_back({yaml.span, fmt::format("'edit' takes one of {}", fmt::join(keys, ", "))});
  }
  return problems.size() == before ? spec : nullptr;
}

std::optional<std::vector<Edit>> makeEdits(const EditSpec &spec, Node node, Span target,
                                           const Document &document, const ValueLookUp &lookUp) {
  std::string text = fillTemplate(spec.text, lookUp), second = fillTemplate(spec.second, lookUp);
  const Template *call = document.templates().at(node);
  switch (spec.action) {
  case Action::Replace:
    return std::vector<Edit>{replacing(target, std::move(text))};
  case Action::Delete:
    return std::vector<Edit>{replacing(target, "")};
  case Action::InsertBefore:
    return std::vector<Edit>{inserting(target.begin, std::move(text))};
  case Action::InsertAfter:
    return std::vector<Edit>{inserting(target.end, std::move(text))};
  case Action::Wrap:
    return std::vector<Edit>{inserting(target.begin, std::move(text)),
                             inserting(target.end, std::move(second))};
  case Action::Unwrap:
    return unwrap(node);
  case Action::RenameTag:
    return renameTag(node, text);
  case Action::RemoveAttribute:
    return removeAttribute(node, text);
  case Action::RenameTemplate:
    if (Node name = node.child(NodeKind::TemplateName))
      return std::vector<Edit>{replacing(trimmedSpan(name), std::move(text))};
    return std::nullopt;
  case Action::SetParam:
    return call ? setParam(*call, text, std::move(second)) : std::nullopt;
  case Action::RenameParam:
  case Action::RemoveParam: {
    const Argument *argument = call ? call->argument(text) : nullptr;
    if (!argument)
      return std::nullopt;
    if (spec.action == Action::RemoveParam)
      return std::vector<Edit>{replacing(argument->node.span(), "")};
    Node name = argument->node.child(NodeKind::ArgumentName);
    if (!name)
      return std::nullopt;
    return std::vector<Edit>{replacing(trimmedSpan(name), std::move(second))};
  }
  }
  return std::nullopt;
}

} // namespace wikivet
