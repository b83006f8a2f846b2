// SPDX-License-Identifier: MIT
#include "lint/model/PlainText.h"

#include "lint/support/Text.h"

#include <charconv>
#include <utility>

namespace wikivet {

std::string decodeEntity(std::string_view entity) {
  static constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"&nbsp;", " "},   {"&thinsp;", " "}, {"&ensp;", " "}, {"&emsp;", " "},  {"&ndash;", "–"},
      {"&mdash;", "—"},  {"&amp;", "&"},    {"&lt;", "<"},   {"&gt;", ">"},    {"&quot;", "\""},
      {"&minus;", "−"},  {"&hellip;", "…"}, {"&deg;", "°"},  {"&times;", "×"}, {"&eacute;", "é"},
      {"&middot;", "·"}, {"&bull;", "•"},   {"&#160;", " "}, {"&#xA0;", " "},  {"&apos;", "'"},
      {"&#8211;", "–"},  {"&#x2013;", "–"}};
  for (auto [name, text] : names)
    if (entity == name)
      return std::string(text);
  uint32_t value = 0;
  if (entity.starts_with("&#") && entity.size() > 3 && isDigit(entity[2])) {
    std::from_chars(entity.data() + 2, entity.data() + entity.size() - 1, value);
    if (value > 0x20 && value < 0x7F)
      return {static_cast<char>(value)};
  }
  return std::string(entity);
}

PlainStep plainStep(Node node) {
  switch (node.kind()) {
  case NodeKind::Text:
  case NodeKind::Entity:
  case NodeKind::Url:
  case NodeKind::MagicLink:
  case NodeKind::RawText:
  case NodeKind::UnknownTag:
  case NodeKind::UnknownEntity:
    return PlainStep::Take;
  case NodeKind::LinkTarget:
    return node.nextSibling() ? PlainStep::Skip : PlainStep::Take;
  case NodeKind::Extension: {
    Node name = node.firstChild().child(NodeKind::TagName);
    return equalsIgnoringCase(name.text(), "nowiki") ? PlainStep::Enter : PlainStep::Skip;
  }
  case NodeKind::Wikilink:
  case NodeKind::LinkText:
  case NodeKind::ExternalLink:
  case NodeKind::Element:
  case NodeKind::ListItem:
  case NodeKind::Heading:
  case NodeKind::LanguageVariant:
    return PlainStep::Enter;
  default:
    return PlainStep::Skip;
  }
}

std::string plainText(Node node) {
  std::string text;
  const Tree &tree = node.tree();
  for (uint32_t i = node.index() + 1; i < node.subtreeEnd();) {
    Node current = tree.node(i);
    PlainStep step = plainStep(current);
    bool isLinkUrl = current.is(NodeKind::Url) && current.parent().is(NodeKind::ExternalLink);
    if (step == PlainStep::Take && !isLinkUrl)
      text +=
          current.is(NodeKind::Entity) ? decodeEntity(current.text()) : std::string(current.text());
    i = step == PlainStep::Enter ? i + 1 : current.subtreeEnd();
  }
  return collapseSpaces(text);
}

} // namespace wikivet
