// SPDX-License-Identifier: MIT
#include "lint/model/HtmlFaults.h"

#include "lint/model/Document.h"
#include "lint/model/HtmlTree.h"
#include "lint/model/Tags.h"
#include "lint/model/html/Adjacency.h"
#include "lint/model/html/Fixups.h"
#include "lint/model/html/Nowrap.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <tuple>

namespace wikivet {

using html::DomKind;
using html::DomNode;
using html::Name;
using html::NodeId;
using html::noNode;

namespace {

class FaultFinder {
public:
  using Sink = std::array<std::vector<HtmlFault>, htmlFaultKindCount>;

  FaultFinder(const Document &document, Sink &faults)
      : tree(document.tree()), dom(document.htmlTree().dom()), text(tree.sourceText()),
        adjacency(dom, text), faults(faults), isTaken(dom.size()) {}

  void run() {
    std::vector<NodeId> order = html::descendants(dom, 0);
    for (NodeId id : order)
      if (dom[id].kind == DomKind::Opaque && beginsLine(dom[id].span.begin))
        templates.push_back(dom[id].span.begin);
    std::ranges::sort(templates);
    for (NodeId id : order) {
      judgeTags(id);
      const DomNode &node = dom[id];
      if (node.kind != DomKind::Element)
        continue;
      if (node.name == Name::Table)
        judgeTable(id);
      if (has(node.name, html::Obsolete) && !(node.startIsImplied && node.endIsImplied))
        report(HtmlFaultKind::ObsoleteTag, id);
      if (node.name == Name::Font)
        judgeFont(id);
      if (node.name == Name::Span)
        judgeSpan(id);
    }
    findUnclosedPair();
    html::findNowrapFaults(dom, tree, [&](bool isBlank, NodeId id) {
      report(isBlank ? HtmlFaultKind::NowrapBlank : HtmlFaultKind::NowrapParagraph, id);
    });
    for (std::vector<HtmlFault> &list : faults)
      std::ranges::sort(list, [](const HtmlFault &left, const HtmlFault &right) {
        return std::tie(left.span, left.node) < std::tie(right.span, right.node);
      });
  }

private:
  void report(HtmlFaultKind kind, NodeId id, bool isUncertain = false) {
    faults[static_cast<size_t>(kind)].push_back(
        {.node = id, .span = dom[id].span, .isUncertain = isUncertain});
  }

  /// Templates that open or close a block stand on lines of their own.
  bool beginsLine(uint32_t place) const {
    std::string_view before = text.substr(0, place);
    size_t last = before.find_last_not_of(" \t");
    return last == std::string_view::npos || before[last] == '\n';
  }

  bool hasTemplateIn(uint32_t begin, uint32_t end) const {
    auto found = std::ranges::lower_bound(templates, begin);
    return found != templates.end() && *found < end;
  }

  /// The cell, caption or link that a node stands in, or the page: what no tag reaches out of.
  NodeId contextOf(NodeId id) const {
    do
      id = dom[id].parent;
    while (id != 0 && !dom[id].isHost && !html::isCell(dom[id].name) &&
           dom[id].name != Name::Caption);
    return id;
  }

  bool isIn(NodeId id, Name name) const {
    for (; id != noNode; id = dom[id].parent)
      if (dom[id].name == name && dom[id].kind == DomKind::Element)
        return true;
    return false;
  }

  bool isInHeading(NodeId id) const {
    for (; id != noNode; id = dom[id].parent)
      if (dom[id].kind == DomKind::Element && html::isHeading(dom[id].name))
        return true;
    return false;
  }

  /// Elements and tags that were not closed, or closed nothing.
  void judgeTags(NodeId id) {
    const DomNode &node = dom[id];
    if (isTaken[id])
      return;
    if (node.kind == DomKind::Stripped) {
      bool isBlock = !has(node.name, html::Inline);
      report(HtmlFaultKind::StrippedTag, id, isBlock && hasTemplateIn(0, node.span.begin));
      NodeId &before = unclosed[static_cast<size_t>(node.name)];
      if (before != noNode && contextOf(before) == contextOf(id))
        faults[static_cast<size_t>(HtmlFaultKind::StrippedTag)].back().other = before;
      before = noNode;
      return;
    }
    bool isQuote = !node.isLiteral && (node.name == Name::I || node.name == Name::B);
    if (node.kind != DomKind::Element ||
        (!node.isLiteral && !isQuote && node.name != Name::Table) || has(node.name, html::Void))
      return;
    if (node.isSelfClosed) {
      report(HtmlFaultKind::SelfClosedTag, id);
      return;
    }
    if (!node.endIsImplied || node.openWidth == 0 || node.startIsImplied ||
        (node.isFostered && html::isBlock(node)))
      return;
    if (has(node.name, html::Misnesting) && adjacency.hasContentBehind(id) &&
        !adjacency.beginsWithSame(id)) {
      report(HtmlFaultKind::Html5Misnesting, id);
      unclosed[static_cast<size_t>(node.name)] = id;
      return;
    }
    if (isQuote && isInHeading(node.parent)) {
      report(HtmlFaultKind::UnclosedQuotesInHeading, id);
      return;
    }
    if (NodeId other = adjacency.matchBehind(id); other != noNode) {
      isTaken[other] = true;
      report(HtmlFaultKind::MisnestedTag, id);
      faults[static_cast<size_t>(HtmlFaultKind::MisnestedTag)].back().other = other;
      return;
    }
    // The end tags of these may be left out.
    if (html::isCell(node.name) || node.name == Name::Tr || node.name == Name::Li)
      return;
    unclosed[static_cast<size_t>(node.name)] = id;
    bool isUncertain =
        !has(node.name, html::Inline) && hasTemplateIn(node.span.begin, node.span.end);
    if (node.name != Name::Table || adjacency.next(id) == noNode)
      report(isInHeading(id) ? HtmlFaultKind::MissingEndTagInHeading : HtmlFaultKind::MissingEndTag,
             id, isUncertain);
    if (has(node.name, html::Formatting) && endsWithSame(id))
      report(HtmlFaultKind::MultipleUnclosed, id);
  }

  /// `<b>text<b>`, where the second was meant to be an end tag.
  bool endsWithSame(NodeId id) const {
    NodeId last = dom[id].last;
    if (last == noNode || dom[last].kind != DomKind::Element || dom[last].name != dom[id].name ||
        !dom[last].endIsImplied || dom[last].isLiteral != dom[id].isLiteral)
      return false;
    NodeId before = dom[last].previous;
    if (before == noNode || dom[before].kind != DomKind::Text)
      return false;
    return !isSpace(text[dom[before].span.end - 1]);
  }

  /// Two unclosed `<small>` or `<big>` outside of tables: their effects add up.
  void findUnclosedPair() {
    NodeId first[2] = {noNode, noNode};
    for (const HtmlFault &fault : faults[static_cast<size_t>(HtmlFaultKind::MissingEndTag)]) {
      Name name = dom[fault.node].name;
      if ((name != Name::Small && name != Name::Big) || isIn(fault.node, Name::Table))
        continue;
      NodeId &place = first[name == Name::Big ? 1 : 0];
      if (place != noNode) {
        report(HtmlFaultKind::MultipleUnclosed, place);
        return;
      }
      place = fault.node;
    }
  }

  void judgeTable(NodeId id) {
    const DomNode &node = dom[id];
    bool isTransparent = false, isFostered = false;
    for (NodeId before = node.previous; before != noNode && dom[before].isFostered;
         before = dom[before].previous) {
      isFostered = isFostered || dom[before].kind != DomKind::Meta;
      isTransparent = true;
    }
    if (isFostered)
      report(HtmlFaultKind::Fostered, id);
    else if (isTransparent)
      report(HtmlFaultKind::FosteredTransparent, id);

    NodeId before = adjacency.previous(id);
    if (before != noNode && dom[before].name == Name::Table &&
        dom[before].kind == DomKind::Element && dom[before].endIsImplied) {
      report(HtmlFaultKind::DeletableTable, id);
      Span &span = faults[static_cast<size_t>(HtmlFaultKind::DeletableTable)].back().span;
      span.end = std::min(span.end, span.begin + node.openWidth);
    }
    if (node.isLiteral && text.substr(node.span.begin, node.span.size()).contains('\n') &&
        isInWikitextItem(id))
      report(HtmlFaultKind::MultilineTableInList, id);
  }

  bool isInWikitextItem(NodeId id) const {
    for (; id != noNode && !dom[id].isBarrier; id = dom[id].parent)
      if (html::isListItem(dom[id].name))
        return !dom[id].isLiteral;
    return false;
  }

  bool hasAttribute(NodeId id, std::string_view name) const {
    return dom[id].isLiteral && findAttribute(tree.node(dom[id].source), name);
  }

  void judgeFont(NodeId id) {
    if (!hasAttribute(id, "color"))
      return;
    uint32_t links = 0;
    for (NodeId child = dom[id].first; child != noNode; child = dom[child].next) {
      const DomNode &node = dom[child];
      if (node.kind == DomKind::Comment || node.kind == DomKind::Meta)
        continue;
      if (node.kind != DomKind::Element || node.name != Name::A)
        return;
      ++links;
    }
    if (links == 1)
      report(HtmlFaultKind::LinkColor, id);
  }

  void judgeSpan(NodeId id) {
    NodeId child = adjacency.firstContent(id);
    if (child == noNode || dom[child].name != Name::Div || dom[child].kind != DomKind::Element)
      return;
    for (NodeId element : {id, child})
      if (hasAttribute(element, "class") || hasAttribute(element, "style")) {
        report(HtmlFaultKind::BlockInSpan, id);
        return;
      }
  }

  const Tree &tree;
  const html::Dom &dom;
  std::string_view text;
  html::Adjacency adjacency;
  Sink &faults;
  /// The last unclosed element of each name, if no end tag was dropped behind it.
  std::vector<NodeId> unclosed = std::vector<NodeId>(html::nameCount, noNode);
  std::vector<bool> isTaken;       ///< reported with what it belongs to
  std::vector<uint32_t> templates; ///< that may open or close a block; where they begin, in order
};

} // namespace

HtmlFaults::HtmlFaults(const Document &document) { FaultFinder(document, faults).run(); }

} // namespace wikivet
