// SPDX-License-Identifier: MIT
#include "lint/model/HtmlTree.h"
#include "lint/model/html/Adjacency.h"
#include "lint/model/html/Fixups.h"
#include "lint/rule/HtmlFaultCheck.h"

#include <string>

namespace wikivet {
namespace {

using html::Name;
using html::NodeId;

/// Reports elements that are not closed. Where nothing follows them in a cell, a caption, a list
/// item or a link's text, they are closed at its end, as MediaWiki does. `<b>a<b>` lacks the slash
/// of the second tag.
class MissingEndTag final : public HtmlFaultCheck<HtmlFaultKind::MissingEndTag> {
public:
  explicit MissingEndTag(const Options &options)
      : HtmlFaultCheck(options), optional(options.stringList("optional-tags")) {}

private:
  /// Whether an element holds nothing but blanks.
  static bool isEmpty(NodeId id, const html::Dom &dom, std::string_view text) {
    NodeId child = dom[id].first;
    return child == html::noNode ||
           (dom[child].next == html::noNode && html::isBlank(dom[child], text));
  }

  /// Whether it holds blanks and formatting of them only.
  static bool showsNothing(NodeId top, const html::Dom &dom, std::string_view text) {
    for (NodeId id = dom[top].first; id != html::noNode; id = dom.following(id, top)) {
      bool isFormatting =
          dom[id].kind == html::DomKind::Element && has(dom[id].name, html::Formatting);
      if (!isFormatting && !html::isBlank(dom[id], text))
        return false;
    }
    return true;
  }

  /// The empty element of the same name at the end of an unclosed one, of which both are given
  /// here; noNode if there is none.
  static NodeId slipIn(NodeId id, const html::Dom &dom, std::string_view text) {
    NodeId inner = isEmpty(id, dom, text) ? id : dom[id].last;
    const html::DomNode &node = dom[inner], &outer = dom[node.parent];
    bool isSlip = node.kind == html::DomKind::Element && isEmpty(inner, dom, text) &&
                  node.isLiteral && node.endIsImplied && node.previous != html::noNode &&
                  outer.name == node.name && outer.isLiteral && outer.endIsImplied &&
                  !outer.startIsImplied;
    return isSlip ? inner : html::noNode;
  }

  /// The second tag of a slip is reported with the first.
  bool isExcused(const HtmlFault &fault, const Document &document) const override {
    const html::Dom &dom = document.htmlTree().dom();
    return optional.contains(html::nameText(dom[fault.node].name)) ||
           slipIn(fault.node, dom, document.source().text()) == fault.node;
  }

  static bool isClosedContext(const html::DomNode &node) {
    return node.isHost || html::isCell(node.name) || node.name == Name::Caption ||
           (html::isListItem(node.name) && !node.isLiteral);
  }

  /// The place that an element is the last thing in, and whose end closes all that is in it.
  static NodeId contextEndedBy(NodeId id, const html::Dom &dom, const html::Adjacency &adjacency) {
    for (; id != html::noNode && adjacency.next(id) == html::noNode; id = dom[id].parent)
      if (NodeId parent = dom[id].parent; parent != html::noNode && isClosedContext(dom[parent]))
        return parent;
    return html::noNode;
  }

  /// Whether the last line in an element is a paragraph, which it would not be with the tag of a
  /// block on it: see html/Paragraphs.cpp.
  static bool endsInParagraph(NodeId top, const html::Dom &dom, std::string_view text) {
    for (NodeId id = dom[top].last; id != html::noNode;) {
      if (dom[id].name == Name::P && !dom[id].isLiteral)
        return true;
      bool isNothing = html::isBlank(dom[id], text) || dom[id].kind == html::DomKind::Comment;
      id = isNothing ? dom[id].previous : dom[id].last;
    }
    return false;
  }

  void mend(const HtmlFault &fault, const Document &document, Finding &finding) const override {
    const html::Dom &dom = document.htmlTree().dom();
    const html::DomNode &node = dom[fault.node];
    std::string_view text = document.source().text();
    if (NodeId slip = slipIn(fault.node, dom, text); slip != html::noNode) {
      uint32_t begin = dom[slip].span.begin + 1;
      finding.fix("write the slash of the end tag", true,
                  {{.span = {.begin = begin, .end = begin}, .text = "/"}});
      return;
    }
    NodeId context = contextEndedBy(fault.node, dom, html::Adjacency(dom, text));
    if (node.name == Name::Table || showsNothing(fault.node, dom, text) || fault.isUncertain ||
        context == html::noNode)
      return;
    std::string end = "</" + std::string(html::nameText(node.name)) + ">";
    if (has(node.name, html::BlockLine) && endsInParagraph(fault.node, dom, text))
      end.insert(0, "\n");
    if (!node.isLiteral) {
      // In a longer text a title mostly was meant to end before.
      if (!html::isCell(dom[context].name) && dom[context].name != Name::A)
        return;
      end = node.name == Name::B ? "'''" : "''";
      std::string_view before = text.substr(0, fault.span.end);
      if (before.ends_with('\'') || text.substr(fault.span.end).starts_with('\''))
        return;
    }
    uint32_t place = fault.span.end;
    finding.fix("close it where it ends now", true,
                {{.span = {.begin = place, .end = place}, .text = end}});
  }

  const StringList &optional;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(missing_end_tag, MissingEndTag)
