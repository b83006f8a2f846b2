// SPDX-License-Identifier: MIT
#include "lint/model/html/Adjacency.h"

#include "lint/model/html/Fixups.h"

namespace wikivet::html {

bool Adjacency::isContent(NodeId node) const {
  return dom[node].kind != DomKind::Comment && !isBlank(dom[node], text);
}

NodeId Adjacency::next(NodeId node) const {
  do
    node = dom[node].next;
  while (node != noNode && !isContent(node));
  return node;
}

NodeId Adjacency::previous(NodeId node) const {
  do
    node = dom[node].previous;
  while (node != noNode && !isContent(node));
  return node;
}

NodeId Adjacency::firstContent(NodeId node) const {
  NodeId child = dom[node].first;
  return child == noNode || isContent(child) ? child : next(child);
}

/// What comes behind a node in document order, whatever closes between.
NodeId Adjacency::behind(NodeId node) const {
  for (; node != noNode && !dom[node].isBarrier; node = dom[node].parent)
    if (NodeId found = next(node); found != noNode)
      return found;
  return noNode;
}

NodeId Adjacency::matchBehind(NodeId node) {
  if (matches.empty())
    matches.resize(dom.size());
  Name name = dom[node].name;
  bool isLiteral = dom[node].isLiteral;
  std::vector<NodeId> passed;
  NodeId found = noNode;
  // From copy to copy.
  for (NodeId from = node; from != noNode;) {
    NodeId place = behind(from);
    from = noNode;
    for (; place != noNode; place = dom[place].first) {
      const DomNode &candidate = dom[place];
      if (candidate.kind == DomKind::Stripped) {
        if (candidate.name == name)
          found = place;
        break;
      }
      if (candidate.kind != DomKind::Element)
        break;
      if (candidate.name != name || candidate.isLiteral != isLiteral || !candidate.startIsImplied)
        continue;
      if (!candidate.endIsImplied) {
        found = place;
      } else if (matches[place] != 0) {
        found = matches[place];
      } else {
        passed.push_back(place);
        from = place;
      }
      break;
    }
  }
  for (NodeId copy : passed)
    matches[copy] = found;
  return found;
}

bool Adjacency::hasContentBehind(NodeId node) const {
  Name own = dom[node].name;
  for (; node != noNode && !dom[node].isBarrier; node = dom[node].parent) {
    Name name = dom[node].name;
    if (name == Name::A || isCell(name) || isHeading(name))
      return false;
    NodeId found = next(node);
    if (found == noNode)
      continue;
    if (dom[found].name == Name::P && dom[found].kind == DomKind::Element && !dom[found].isLiteral)
      found = firstContent(found);
    return found != noNode && !(dom[found].kind == DomKind::Stripped && dom[found].name == own);
  }
  // The list of references goes on behind one.
  return node != noNode && dom[node].parent != noNode && dom[dom[node].parent].name == Name::Span;
}

bool Adjacency::beginsWithSame(NodeId node) const {
  Name name = dom[node].name;
  for (;;) {
    NodeId child = dom[node].first;
    while (child != noNode && dom[child].kind != DomKind::Element)
      child = dom[child].next;
    if (child == noNode)
      return false;
    if (dom[child].name == name && !dom[child].endIsImplied)
      return true;
    node = child;
  }
}

} // namespace wikivet::html
