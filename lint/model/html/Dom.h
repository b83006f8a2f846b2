// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/html/Elements.h"
#include "lint/support/Span.h"

#include <cstdint>
#include <vector>

namespace wikivet::html {

/// Index of a node in a Dom.
using NodeId = uint32_t;
inline constexpr NodeId noNode = UINT32_MAX;

enum class DomKind : uint8_t {
  Element,
  Text,
  Comment,
  Stripped, ///< where a tag stood that the tree builder dropped
  Opaque,   ///< a template, which may be anything
  Meta,     ///< a behavior switch, an inclusion tag
};

/// A node of the tree that HTML is, with where it comes from.
struct DomNode {
  DomKind kind;
  Name name = Name::None;
  bool isLiteral = false;      ///< written as an HTML tag
  bool isSelfClosed = false;   ///< `<b/>`
  bool startIsImplied = false; ///< the tree builder opened it
  bool endIsImplied = false;   ///< no end tag closed it
  bool isFostered = false;     ///< moved out of a table, before which it stands now
  bool isHost = false;         ///< its content was built on its own: link text, a caption
  bool isBarrier = false;      ///< and is shown elsewhere, as a reference's
  bool isClosed = false;
  NodeId parent = noNode, first = noNode, last = noNode, previous = noNode, next = noNode;
  /// Of an element: from its start tag to behind its end tag, or to where it was closed.
  Span span;
  uint32_t openWidth = 0, closeWidth = 0; ///< bytes of its tags
  uint32_t source = 0;                    ///< index in the syntax tree
};

/// Nodes that refer to each other by index. Node 0 is the body.
class Dom {
public:
  Dom() { nodes.push_back({.kind = DomKind::Element, .isBarrier = true}); }

  DomNode &operator[](NodeId id) { return nodes[id]; }
  const DomNode &operator[](NodeId id) const { return nodes[id]; }
  NodeId size() const { return static_cast<NodeId>(nodes.size()); }

  NodeId create(const DomNode &node) {
    nodes.push_back(node);
    return size() - 1;
  }
  /// As the last child, or before one.
  void insert(NodeId node, NodeId parent, NodeId before = noNode);
  void remove(NodeId node);
  /// Moves all children of a node to the end of another's.
  void moveChildren(NodeId from, NodeId to);

  /// The node behind another in document order, below `top`; noNode at the end.
  NodeId following(NodeId node, NodeId top) const;
  /// The same, but passing over what is inside.
  NodeId followingSubtree(NodeId node, NodeId top) const;

private:
  std::vector<DomNode> nodes;
};

} // namespace wikivet::html
