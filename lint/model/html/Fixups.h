// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/html/Dom.h"

#include <string_view>
#include <vector>

namespace wikivet::html {

/// The nodes below `top` in document order.
std::vector<NodeId> descendants(const Dom &dom, NodeId top);

/// Whether a node is a block, as Parsoid sees it: an element that can't stand in a paragraph.
bool isBlock(const DomNode &node);
/// Whether a text node holds white space only.
bool isBlank(const DomNode &node, std::string_view text);

// What Parsoid does to a tree that was built. `text` is the source.

/// Removes elements that the tree builder opened and closed with nothing in them.
void removeEmpty(Dom &dom, NodeId top, std::string_view text);

/// Puts text that stands directly in the page or in a quotation into paragraphs. Formatting
/// elements that hold text and blocks are split.
void wrapBareText(Dom &dom, std::string_view text);

/// Moves line breaks at the end of what was closed without a tag behind it, so that it ends where
/// its last line does.
void moveLineBreaks(Dom &dom, NodeId top, std::string_view text);

} // namespace wikivet::html
