// SPDX-License-Identifier: MIT
#include "lint/model/HtmlTree.h"
#include "lint/model/LegacyColor.h"
#include "lint/model/Tags.h"
#include "lint/model/html/Fixups.h"
#include "lint/rule/HtmlFaultCheck.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

namespace wikivet {
namespace {

using html::Name;
using html::NodeId;

/// Reports elements that are no longer part of HTML, and replaces those for which another gives the
/// same tree and the same look.
class ObsoleteTag final : public HtmlFaultCheck<HtmlFaultKind::ObsoleteTag> {
public:
  using HtmlFaultCheck::HtmlFaultCheck;

  void finish(CheckContext &ctx) override {
    const Document &document = ctx.document();
    const html::Dom &dom = document.htmlTree().dom();
    for (const HtmlFault &fault : document.htmlFaults().of(HtmlFaultKind::ObsoleteTag))
      if (dom[fault.node].name == Name::Center && !isReplaceable(fault.node, document))
        mixed.insert(tableAround(fault.node, dom));
    HtmlFaultCheck::finish(ctx);
  }

private:
  void mend(const HtmlFault &fault, const Document &document, Finding &finding) const override {
    const html::Dom &dom = document.htmlTree().dom();
    const html::DomNode &node = dom[fault.node];
    if (!isClosed(node))
      return;
    Node tag = document.tree().node(node.source);
    Span start = tag.child(NodeKind::TagName).span();
    std::string name;
    switch (node.name) {
    case Name::Strike:
      name = "s";
      break;
    case Name::Tt:
      name = "code";
      break;
    case Name::Center:
      // A table whose cells are centred in two ways is harder to edit than an old one.
      if (!isReplaceable(fault.node, document) || mixed.contains(tableAround(fault.node, dom)))
        return;
      name = "div";
      start.end = tag.end();
      break;
    default: {
      std::optional<std::string> style = styleOfFont(tag);
      if (!style || holdsBlock(fault.node, dom))
        return;
      finding.fix(
          "write a style", true,
          {{.span = tag.span(), .text = *style}, {.span = endTag(node), .text = "</span>"}});
      return;
    }
    }
    std::string opening = node.name == Name::Center ? R"(div style="text-align: center;">)" : name;
    finding.fix(
        "write '<" + name + ">'", true,
        {{.span = start, .text = opening}, {.span = endTag(node), .text = "</" + name + ">"}});
  }

  static bool isClosed(const html::DomNode &node) {
    return node.isLiteral && !node.startIsImplied && !node.endIsImplied && node.closeWidth > 0;
  }

  /// Whether readers see the same if a `<center>` becomes a `<div>` with a style: a block in it is
  /// centred, which no style of the text does.
  static bool isReplaceable(NodeId center, const Document &document) {
    const html::Dom &dom = document.htmlTree().dom();
    return isClosed(dom[center]) && !holdsBlock(center, dom) &&
           !document.tree().node(dom[center].source).child(NodeKind::Attribute);
  }

  /// The table that an element stands in, or itself if it is in none.
  static NodeId tableAround(NodeId id, const html::Dom &dom) {
    NodeId outer = dom[id].parent;
    while (outer != html::noNode && dom[outer].name != Name::Table)
      outer = dom[outer].parent;
    return outer == html::noNode ? id : outer;
  }

  static Span endTag(const html::DomNode &node) {
    return {.begin = node.span.end - node.closeWidth, .end = node.span.end};
  }

  /// Text may become a paragraph, which is no block of its own for this purpose.
  static bool holdsBlock(NodeId top, const html::Dom &dom) {
    for (NodeId id = dom[top].first; id != html::noNode; id = dom.following(id, top))
      if ((html::isBlock(dom[id]) &&
           (dom[id].name != Name::P || dom[id].isLiteral || dom[top].name == Name::Font)) ||
          dom[id].kind == html::DomKind::Opaque)
        return true;
    return false;
  }

  /// The tag that says in CSS what a `<font>` says; nothing if it can't be said.
  static std::optional<std::string> styleOfFont(Node tag) {
    std::string style;
    for (Node attribute : tag.children()) {
      if (!attribute.is(NodeKind::Attribute))
        continue;
      Node valueNode = attribute.child(NodeKind::AttributeValue);
      if (!valueNode || valueNode.firstChild())
        return std::nullopt;
      std::string name = lowerCase(attribute.firstChild().text());
      std::string value(unquote(valueNode.text()));
      std::optional<std::string> property = name == "color"  ? colorOf(value)
                                            : name == "size" ? sizeOf(value)
                                            : name == "face" ? faceOf(value)
                                                             : std::nullopt;
      if (!property)
        return std::nullopt;
      style += (style.empty() ? "" : " ") + *property + ";";
    }
    if (style.empty())
      return std::nullopt;
    return "<span style=\"" + style + "\">";
  }

  static std::optional<std::string> colorOf(std::string_view value) {
    std::optional<std::string> color = cssColor(value);
    return color ? std::optional("color: " + *color) : std::nullopt;
  }

  /// Sizes go from 1 to 7; with a sign they count from 3 (HTML, "rules for parsing a legacy font
  /// size").
  static std::optional<std::string> sizeOf(std::string_view value) {
    static constexpr std::array<std::string_view, 7> names = {
        "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"};
    bool isRelative = value.starts_with('+') || value.starts_with('-');
    std::string_view digit = value.substr(isRelative ? 1 : 0);
    if (digit.size() != 1 || !isDigit(digit[0]))
      return std::nullopt;
    int size = digit[0] - '0';
    if (isRelative)
      size = value[0] == '+' ? 3 + size : 3 - size;
    size = std::clamp(size, 1, 7);
    return "font-size: " + std::string(names[static_cast<size_t>(size - 1)]);
  }

  static std::optional<std::string> faceOf(std::string_view value) {
    bool isPlain = !value.empty() && std::ranges::all_of(value, [](char c) {
      return isLetter(c) || c == ' ' || c == ',' || c == '-';
    });
    return isPlain ? std::optional("font-family: " + std::string(value)) : std::nullopt;
  }

  std::set<NodeId> mixed; ///< tables with a `<center>` that stays
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(obsolete_tag, ObsoleteTag)
