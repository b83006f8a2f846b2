// SPDX-License-Identifier: MIT
#pragma once

#include "lint/syntax/Tree.h"

#include <span>
#include <vector>

namespace wikivet {

/// Calls `take` with the items of each list of a page: items with the same marker, line after line.
/// Items of other levels between two lines end a list.
template <typename Take> void forEachList(const Tree &tree, Take take) {
  std::vector<Node> items;
  auto flush = [&] {
    if (!items.empty())
      take(std::span<const Node>(items));
    items.clear();
  };
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    if (!node.is(NodeKind::ListItem))
      continue;
    if (!items.empty() && (node.begin() != items.back().end() + 1 ||
                           node.firstChild().text() != items.back().firstChild().text()))
      flush();
    items.push_back(node);
  }
  flush();
}

} // namespace wikivet
