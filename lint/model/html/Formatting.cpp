// SPDX-License-Identifier: MIT
// The part of the tree builder that opens formatting elements again.
#include "lint/model/html/TreeBuilder.h"

#include <algorithm>

namespace wikivet::html {

static size_t indexIn(const std::vector<NodeId> &list, NodeId node) {
  return static_cast<size_t>(std::ranges::find(list, node) - list.begin());
}

static void eraseAt(std::vector<NodeId> &list, size_t index) {
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
}

/// At most three equal ones are opened again (the standard's "Noah's Ark clause").
NodeId TreeBuilder::pushFormatting(NodeId element) {
  if (element == noNode)
    return noNode;
  auto isEqual = [&](NodeId other) {
    return dom[other].name == dom[element].name &&
           tree.node(dom[other].source).text() == tree.node(dom[element].source).text();
  };
  size_t equal = 0, earliest = 0, count = 0;
  for (size_t i = formatting.size(); i > 0 && formatting[i - 1] != noNode; --i, ++count)
    if (isEqual(formatting[i - 1])) {
      ++equal;
      earliest = i - 1;
    }
  if (equal >= 3)
    eraseAt(formatting, earliest);
  else if (count >= mostFormatting)
    eraseAt(formatting, formatting.size() - count);
  formatting.push_back(element);
  return element;
}

void TreeBuilder::reconstruct() {
  size_t from = formatting.size();
  while (from > 0 && formatting[from - 1] != noNode && dom[formatting[from - 1]].isClosed)
    --from;
  for (size_t i = from; i < formatting.size(); ++i) {
    if (copies > 4 * seen + 1000 || open.size() > deepest)
      return;
    ++copies;
    NodeId element = copyOf(formatting[i], place());
    place(element);
    open.push_back(element);
    formatting[i] = element;
  }
}

void TreeBuilder::clearToMarker() {
  while (!formatting.empty()) {
    bool isMarker = formatting.back() == noNode;
    formatting.pop_back();
    if (isMarker)
      return;
  }
}

NodeId TreeBuilder::copyOf(NodeId element, uint32_t begin) {
  DomNode original = dom[element];
  return dom.create({.kind = DomKind::Element,
                     .name = original.name,
                     .isLiteral = original.isLiteral,
                     .startIsImplied = true,
                     .span = {.begin = begin, .end = place()},
                     .source = original.source});
}

/// Ends an element that the adoption agency took apart, where its last part begins.
void TreeBuilder::cut(NodeId element, uint32_t end) {
  close(element, false);
  dom[element].span.end = end;
}

/// The standard's "adoption agency algorithm": an end tag of a formatting element inside other
/// elements closes it there and, if a block stands between, opens it again in the block.
bool TreeBuilder::adoptionAgency() {
  Name name = token->name;
  if (currentName() == name && open.size() > 1 &&
      indexIn(formatting, open.back()) == formatting.size()) {
    pop(true);
    return true;
  }
  bool closed = false;
  for (int round = 0; round < 8; ++round) {
    size_t entry = formatting.size();
    while (entry > 0 && formatting[entry - 1] != noNode && dom[formatting[entry - 1]].name != name)
      --entry;
    if (entry == 0 || formatting[entry - 1] == noNode)
      return closed || closeAnyOther();
    NodeId element = formatting[--entry];
    size_t depth = indexIn(open, element);
    if (depth == open.size()) {
      eraseAt(formatting, entry);
      return closed;
    }
    size_t block = open.size();
    for (size_t i = open.size() - 1; i > depth; --i) {
      if (has(dom[open[i]].name, Scoping))
        return closed;
      if (has(dom[open[i]].name, Special))
        block = i;
    }
    if (block == open.size()) {
      while (open.size() > depth + 1)
        pop();
      pop(true);
      eraseAt(formatting, entry);
      return true;
    }
    adopt(entry, depth, block);
    closed = true;
  }
  return closed;
}

/// One round of the algorithm: `entry` is the formatting element's place in the list, `depth` that
/// on the stack, `block` that of the outermost block in it.
void TreeBuilder::adopt(size_t entry, size_t depth, size_t block) {
  NodeId element = formatting[entry], furthest = open[block], last = furthest;
  size_t bookmark = entry;
  size_t inner = 0;
  for (size_t i = block - 1; i > depth; --i) {
    NodeId node = open[i];
    size_t listed = indexIn(formatting, node);
    if (++inner > 3 && listed < formatting.size()) {
      eraseAt(formatting, listed);
      bookmark -= listed < bookmark ? 1 : 0;
      listed = formatting.size();
    }
    if (listed == formatting.size()) {
      close(node, false);
      eraseAt(open, i);
      continue;
    }
    NodeId copy = copyOf(node, dom[last].span.begin);
    cut(node, dom[last].span.begin);
    formatting[listed] = copy;
    open[i] = copy;
    if (last == furthest)
      bookmark = listed + 1;
    dom.remove(last);
    dom.insert(last, copy);
    last = copy;
  }
  dom.remove(last);
  bool wasFostering = fostering;
  fostering = true;
  placeIn(last, open[depth - 1]);
  fostering = wasFostering;

  NodeId copy = copyOf(element, dom[furthest].span.begin + dom[furthest].openWidth);
  dom.moveChildren(furthest, copy);
  dom.insert(copy, furthest);
  entry = indexIn(formatting, element);
  eraseAt(formatting, entry);
  bookmark = std::min(bookmark - (entry < bookmark ? 1 : 0), formatting.size());
  formatting.insert(formatting.begin() + static_cast<std::ptrdiff_t>(bookmark), copy);
  cut(element, dom[last].span.begin);
  eraseAt(open, depth);
  open.insert(open.begin() + static_cast<std::ptrdiff_t>(indexIn(open, furthest)) + 1, copy);
}

} // namespace wikivet::html
