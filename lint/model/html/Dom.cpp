// SPDX-License-Identifier: MIT
#include "lint/model/html/Dom.h"

namespace wikivet::html {

void Dom::insert(NodeId node, NodeId parent, NodeId before) {
  DomNode &child = nodes[node];
  child.parent = parent;
  child.next = before;
  child.previous = before == noNode ? nodes[parent].last : nodes[before].previous;
  (child.previous == noNode ? nodes[parent].first : nodes[child.previous].next) = node;
  (before == noNode ? nodes[parent].last : nodes[before].previous) = node;
}

void Dom::remove(NodeId node) {
  DomNode &child = nodes[node];
  if (child.parent == noNode)
    return;
  (child.previous == noNode ? nodes[child.parent].first : nodes[child.previous].next) = child.next;
  (child.next == noNode ? nodes[child.parent].last : nodes[child.next].previous) = child.previous;
  child.parent = child.previous = child.next = noNode;
}

void Dom::moveChildren(NodeId from, NodeId to) {
  while (nodes[from].first != noNode) {
    NodeId child = nodes[from].first;
    remove(child);
    insert(child, to);
  }
}

NodeId Dom::following(NodeId node, NodeId top) const {
  return nodes[node].first != noNode ? nodes[node].first : followingSubtree(node, top);
}

NodeId Dom::followingSubtree(NodeId node, NodeId top) const {
  while (node != top) {
    if (nodes[node].next != noNode)
      return nodes[node].next;
    node = nodes[node].parent;
  }
  return noNode;
}

} // namespace wikivet::html
