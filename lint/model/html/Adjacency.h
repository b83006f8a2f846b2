// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/html/Dom.h"

#include <string_view>
#include <vector>

namespace wikivet::html {

/// What stands beside a node, white space and comments left out. `text` is the source.
class Adjacency {
public:
  Adjacency(const Dom &dom, std::string_view text) : dom(dom), text(text) {}

  NodeId next(NodeId node) const;
  NodeId previous(NodeId node) const;
  NodeId firstContent(NodeId node) const;

  /// The second half of an element that was closed too early: the copy that follows at once, with
  /// the last of its copies closed by a tag, or the dropped end tag. noNode if there is none.
  NodeId matchBehind(NodeId node);
  /// Whether something follows an unclosed inline element that was meant to be in it.
  bool hasContentBehind(NodeId node) const;
  /// Whether the first element in it is of the same name and closed.
  bool beginsWithSame(NodeId node) const;

private:
  bool isContent(NodeId node) const;
  NodeId behind(NodeId node) const;

  const Dom &dom;
  std::string_view text;
  std::vector<NodeId> matches; ///< of copies, by node: 0 if unknown; empty before the first look-up
};

} // namespace wikivet::html
