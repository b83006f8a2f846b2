// SPDX-License-Identifier: MIT
#include "lint/model/Templates.h"

#include "lint/model/Document.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <ranges>

namespace wikivet {

/// The text of a name without comments; empty if it holds anything else that is not plain.
static std::string nameText(Node name) {
  if (!name.firstChild())
    return std::string(name.text());
  std::string text;
  for (Node child : name.children()) {
    if (child.is(NodeKind::Text))
      text += child.text();
    else if (!child.isOneOf(NodeKind::Comment, NodeKind::IncludeTag))
      return {};
  }
  return text;
}

std::string normalizeTemplateName(std::string_view written) {
  std::string name(written);
  std::ranges::replace(name, '_', ' ');
  name = lowerCase(collapseSpaces(name));
  std::string_view view = name;
  if (view.starts_with(':'))
    view.remove_prefix(1);
  if (view.starts_with("template:"))
    view.remove_prefix(9);
  return std::string(trim(view));
}

static Argument readArgument(Node node, uint32_t &position) {
  Argument argument;
  argument.node = node;
  Node name = node.firstChild();
  argument.named = name.is(NodeKind::ArgumentName);
  // The value begins after the '=' that follows the name, or after the pipe.
  argument.value = {.begin = argument.named ? name.end() + 1 : node.begin() + 1, .end = node.end()};
  if (argument.named)
    argument.name = trim(nameText(name));
  else
    argument.name = std::to_string(++position);
  std::string_view source = node.tree().sourceText();
  Span &trimmed = argument.trimmed = argument.value;
  while (!trimmed.empty() && isSpace(source[trimmed.begin]))
    ++trimmed.begin;
  while (!trimmed.empty() && isSpace(source[trimmed.end - 1]))
    --trimmed.end;
  return argument;
}

Span Argument::nameSpan() const {
  return named ? node.tree().spanOf(trim(node.firstChild().text()))
               : Span{.begin = node.begin(), .end = node.begin()};
}

const Argument *Template::argument(std::string_view wanted) const {
  for (const Argument &argument : std::views::reverse(arguments))
    if (argument.name == wanted)
      return &argument;
  return nullptr;
}

const Argument *Template::argumentAt(Node wanted) const {
  return findAt(arguments, wanted, &Argument::node);
}

Templates::Templates(const Document &document) {
  const Tree &tree = document.tree();
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    if (!node.is(NodeKind::Template))
      continue;
    Template call;
    call.node = node;
    call.name = normalizeTemplateName(nameText(node.child(NodeKind::TemplateName)));
    uint32_t position = 0;
    for (Node child : node.children())
      if (child.is(NodeKind::TemplateArgument))
        call.arguments.push_back(readArgument(child, position));
    calls.push_back(std::move(call));
  }
}

const Template *Templates::at(Node node) const { return findAt(calls, node, &Template::node); }

} // namespace wikivet
