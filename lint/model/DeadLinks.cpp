// SPDX-License-Identifier: MIT
#include "lint/model/DeadLinks.h"

#include <algorithm>

namespace wikivet {

/// The construct in which a mark and its link stand together.
static Node container(Node node) {
  Node outer = node.parent();
  while (outer.parent() && !outer.isOneOf(NodeKind::Extension, NodeKind::ListItem,
                                          NodeKind::TableCell, NodeKind::TableHeaderCell,
                                          NodeKind::TemplateArgument, NodeKind::ParameterDefault))
    outer = outer.parent();
  return outer;
}

/// A template call around a node, inside `limit`, or null.
static Node callAround(Node node, Node limit) {
  for (Node outer = node.parent(); outer && outer != limit; outer = outer.parent())
    if (outer.is(NodeKind::Template))
      return outer;
  return {};
}

Node linkInside(Node mark) {
  for (uint32_t i = mark.index() + 1; i < mark.subtreeEnd(); ++i)
    if (Node node = mark.tree().node(i); node.is(NodeKind::Url))
      return node;
  return {};
}

Node linkBefore(Node mark) {
  const Tree &tree = mark.tree();
  // A citation has some dozens of nodes; further back there is no link that is meant.
  constexpr uint32_t farthest = 1000;
  uint32_t first = container(mark).index() + 1;
  if (mark.index() > farthest)
    first = std::max(first, mark.index() - farthest);
  for (uint32_t i = mark.index(); i-- > first;) {
    Node node = tree.node(i);
    if (node.is(NodeKind::Url))
      return node;
    bool isParagraphEnd = node.is(NodeKind::Text) && node.parent() == mark.parent() &&
                          node.text().find("\n\n") != std::string_view::npos;
    if (isParagraphEnd || node.is(NodeKind::Heading))
      return {};
  }
  return {};
}

Node linkOfMark(Node mark) {
  Node inside = linkInside(mark);
  return inside ? inside : linkBefore(mark);
}

Node citationOf(Node url, Node mark) { return callAround(url, container(mark)); }

} // namespace wikivet
