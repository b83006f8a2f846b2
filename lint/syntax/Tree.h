// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"
#include "lint/syntax/NodeKind.h" // generated from grammar/src/node-types.json

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string_view>
#include <vector>

namespace wikivet {

class Source;
class Tree;
class NodeRange;

/// A view of one node; valid while its Tree lives. A default-made Node is null.
class Node {
public:
  Node() = default;
  Node(const Tree *tree, uint32_t index) : owner(tree), position(index) {}

  explicit operator bool() const { return owner != nullptr; }
  friend bool operator==(Node, Node) = default;

  inline NodeKind kind() const;
  inline Span span() const;
  uint32_t begin() const { return span().begin; }
  uint32_t end() const { return span().end; }
  inline std::string_view text() const;
  const Tree &tree() const { return *owner; }

  /// Place in preorder: a smaller index starts earlier. The root's is 0.
  uint32_t index() const { return position; }
  /// Index of the first node that comes after the whole subtree.
  inline uint32_t subtreeEnd() const;

  bool is(NodeKind wanted) const { return owner && kind() == wanted; }
  template <typename... Kinds> bool isOneOf(Kinds... kinds) const { return (is(kinds) || ...); }

  inline Node parent() const;      ///< null for the root
  inline Node firstChild() const;  ///< null for a leaf
  inline Node nextSibling() const; ///< null for the last

  /// Children, in order: `for (Node child : node.children())`.
  inline NodeRange children() const;

  /// First child of a kind, or null.
  inline Node child(NodeKind wanted) const;
  /// Nearest enclosing node of a kind (not the node itself), or null. Costs the depth.
  inline Node ancestor(NodeKind wanted) const;

private:
  const Tree *owner = nullptr;
  uint32_t position = 0;
};

/// The named nodes of a wikitext CST in preorder, flat. Immutable.
/// Punctuation is left out: what lies between children belongs to the parent.
class Tree {
public:
  /// Parses the whole source, which must outlive the tree. Never fails: every input has a tree.
  static Tree parse(const Source &source);

  Node root() const { return {this, 0}; }
  Node node(uint32_t index) const { return {this, index}; }
  uint32_t size() const { return static_cast<uint32_t>(records.size()); }
  /// The last node in preorder that begins at or before a byte offset.
  inline Node lastFrom(uint32_t offset) const;
  std::string_view sourceText() const { return text; }
  /// Where a part of sourceText() stands; `part` must be a view of it.
  Span spanOf(std::string_view part) const {
    auto begin = static_cast<uint32_t>(part.data() - text.data());
    return {.begin = begin, .end = begin + static_cast<uint32_t>(part.size())};
  }

  /// ERROR and MISSING nodes that the parser made: both are 0 unless the grammar has a bug.
  uint32_t errorCount() const { return errors; }
  uint32_t missingCount() const { return missing; }

private:
  friend class Node;
  struct Record {
    uint32_t begin, end;
    uint32_t parent; ///< the root is its own parent
    uint32_t subtreeEnd;
    NodeKind kind;
  };
  std::string_view text;
  std::vector<Record> records;
  uint32_t errors = 0;
  uint32_t missing = 0;
};

/// The children of a node, or any run of siblings.
class NodeRange {
public:
  class Iterator {
  public:
    using value_type = Node;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::forward_iterator_tag;
    Iterator() = default;
    explicit Iterator(Node node) : current(node) {}
    Node operator*() const { return current; }
    Iterator &operator++() {
      current = current.nextSibling();
      return *this;
    }
    Iterator operator++(int) {
      Iterator old = *this;
      ++*this;
      return old;
    }
    friend bool operator==(Iterator, Iterator) = default;

  private:
    Node current;
  };

  explicit NodeRange(Node first) : first(first) {}
  Iterator begin() const { return Iterator(first); }
  Iterator end() const { return Iterator(); }

private:
  Node first;
};

inline Node Tree::lastFrom(uint32_t offset) const {
  auto behind = std::ranges::upper_bound(records, offset, {}, &Record::begin);
  return {this, static_cast<uint32_t>(std::distance(records.begin(), behind)) - 1};
}
inline NodeKind Node::kind() const { return owner->records[position].kind; }
inline Span Node::span() const {
  const Tree::Record &record = owner->records[position];
  return {record.begin, record.end};
}
inline std::string_view Node::text() const {
  Span range = span();
  return owner->text.substr(range.begin, range.size());
}
inline uint32_t Node::subtreeEnd() const { return owner->records[position].subtreeEnd; }
inline Node Node::parent() const {
  return position == 0 ? Node() : Node(owner, owner->records[position].parent);
}
inline Node Node::firstChild() const {
  return subtreeEnd() > position + 1 ? Node(owner, position + 1) : Node();
}
inline Node Node::nextSibling() const {
  if (position == 0)
    return {};
  const Tree::Record &record = owner->records[position];
  return record.subtreeEnd < owner->records[record.parent].subtreeEnd
             ? Node(owner, record.subtreeEnd)
             : Node();
}
inline NodeRange Node::children() const { return NodeRange(firstChild()); }
inline Node Node::child(NodeKind wanted) const {
  for (Node node : children())
    if (node.kind() == wanted)
      return node;
  return {};
}
inline Node Node::ancestor(NodeKind wanted) const {
  for (Node node = parent(); node; node = node.parent())
    if (node.kind() == wanted)
      return node;
  return {};
}

/// The element of a list in document order that stands at a node, or null; `nodeOf` gives the node
/// of an element.
template <typename List, typename NodeOf>
const typename List::value_type *findAt(const List &list, Node node, NodeOf nodeOf) {
  auto index = [&](const auto &element) { return std::invoke(nodeOf, element).index(); };
  auto found = std::ranges::lower_bound(list, node.index(), {}, index);
  return found != list.end() && std::invoke(nodeOf, *found) == node ? &*found : nullptr;
}

} // namespace wikivet
