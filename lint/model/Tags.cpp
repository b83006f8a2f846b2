// SPDX-License-Identifier: MIT
#include "lint/model/Tags.h"

#include "lint/support/Text.h"

namespace wikivet {

Node attributeTag(Node node) {
  return node.isOneOf(NodeKind::Element, NodeKind::Extension) ? node.firstChild() : node;
}

Node findAttribute(Node tag, std::string_view name) {
  for (Node child : tag.children())
    if (child.is(NodeKind::Attribute) && equalsIgnoringCase(child.firstChild().text(), name))
      return child;
  return {};
}

std::string tagName(Node node) {
  node = attributeTag(node);
  if (node.isOneOf(NodeKind::StartTag, NodeKind::SelfClosingTag, NodeKind::UnclosedTag,
                   NodeKind::VoidElement, NodeKind::SelfClosedTag))
    return lowerCase(node.child(NodeKind::TagName).text());
  if (!node.isOneOf(NodeKind::EndTag, NodeKind::StrayEndTag, NodeKind::UnclosedExtension,
                    NodeKind::IncludeTag))
    return {};
  std::string_view text = node.text();
  text.remove_prefix(text.starts_with("</") ? 2 : 1);
  size_t end = 0;
  while (end < text.size() && (isLetter(text[end]) || isDigit(text[end])))
    ++end;
  return lowerCase(text.substr(0, end));
}

std::string_view unquote(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return trim(value);
}

std::string attributeValue(Node tag, std::string_view name) {
  for (Node child : tag.children())
    if (child.is(NodeKind::Attribute) && equalsIgnoringCase(child.firstChild().text(), name))
      if (Node value = child.child(NodeKind::AttributeValue))
        return std::string(unquote(value.text()));
  return {};
}

} // namespace wikivet
