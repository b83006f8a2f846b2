// SPDX-License-Identifier: MIT
#include "lint/model/html/Fixups.h"

#include "lint/support/Text.h"

#include <algorithm>
#include <ranges>

namespace wikivet::html {

std::vector<NodeId> descendants(const Dom &dom, NodeId top) {
  std::vector<NodeId> order;
  for (NodeId node = dom[top].first; node != noNode; node = dom.following(node, top))
    order.push_back(node);
  return order;
}

bool isBlock(const DomNode &node) {
  return node.kind == DomKind::Element && node.name != Name::None &&
         !has(node.name, Inline | Metadata);
}

bool isBlank(const DomNode &node, std::string_view text) {
  return node.kind == DomKind::Text && trim(text.substr(node.span.begin, node.span.size())).empty();
}

void removeEmpty(Dom &dom, NodeId top, std::string_view text) {
  for (NodeId id : descendants(dom, top) | std::views::reverse) {
    const DomNode &node = dom[id];
    if (node.kind != DomKind::Element || !node.startIsImplied || !node.endIsImplied)
      continue;
    NodeId child = node.first;
    if (child != noNode && (dom[child].next != noNode ||
                            (dom[child].kind != DomKind::Comment && !isBlank(dom[child], text))))
      continue;
    if (child != noNode) {
      dom.remove(child);
      dom.insert(child, dom[id].parent, id);
    }
    dom.remove(id);
  }
}

namespace {

/// Puts runs of inline nodes below one element into paragraphs.
class TextWrapper {
public:
  TextWrapper(Dom &dom, std::string_view text) : dom(dom), text(text) {}

  void run() {
    std::vector<NodeId> order = descendants(dom, 0);
    holdsBlock.assign(dom.size(), false);
    for (NodeId id : order | std::views::reverse)
      if (holdsBlock[id] || isBlock(dom[id])) {
        holdsBlock[id] = true;
        holdsBlock[dom[id].parent] = true;
      }
    std::vector<NodeId> places{0};
    for (NodeId id = dom[0].first; id != noNode;) {
      bool isQuotation = dom[id].name == Name::Blockquote && dom[id].kind == DomKind::Element;
      if (isQuotation)
        places.push_back(id);
      id = isQuotation ? dom.followingSubtree(id, 0) : dom.following(id, 0);
    }
    for (NodeId place : places)
      wrap(place);
  }

private:
  enum class Wrap : uint8_t { Either, Yes, No };
  struct Piece {
    NodeId node;
    Wrap wrap;
  };
  struct Frame {
    NodeId node, nextChild;
    size_t base; ///< of its children's pieces
  };

  Wrap wrapOf(NodeId id) const {
    const DomNode &node = dom[id];
    if (node.kind == DomKind::Text)
      return isBlank(node, text) ? Wrap::Either : Wrap::Yes;
    if (node.kind != DomKind::Element || has(node.name, Metadata))
      return Wrap::Either;
    return holdsBlock[id] ? Wrap::No : Wrap::Yes;
  }

  bool canSplit(NodeId id) const {
    const DomNode &node = dom[id];
    return node.kind == DomKind::Element && has(node.name, Formatting) && node.first != noNode &&
           holdsBlock[id];
  }

  void wrap(NodeId place) {
    NodeId paragraph = noNode;
    for (NodeId child = dom[place].first, next = noNode; child != noNode; child = next) {
      next = dom[child].next;
      if (isBlock(dom[child])) {
        paragraph = noNode;
        continue;
      }
      split(child);
      for (Piece piece : pieces) {
        if (dom[piece.node].parent == place)
          dom.remove(piece.node);
        bool isFostered = dom[piece.node].isFostered;
        if (piece.wrap == Wrap::No ||
            (paragraph != noNode && dom[paragraph].isFostered != isFostered))
          paragraph = noNode;
        if (piece.wrap == Wrap::Yes && paragraph == noNode) {
          uint32_t begin = dom[piece.node].span.begin;
          paragraph = dom.create({.kind = DomKind::Element,
                                  .name = Name::P,
                                  .isFostered = isFostered,
                                  .isClosed = true,
                                  .span = {.begin = begin, .end = begin}});
          dom.insert(paragraph, place, next);
        }
        if (paragraph == noNode) {
          dom.insert(piece.node, place, next);
        } else {
          dom.insert(piece.node, paragraph);
          dom[paragraph].span.end = dom[piece.node].span.end;
        }
      }
    }
  }

  /// Splits a node into pieces that stand in a paragraph and such that can't.
  void split(NodeId top) {
    pieces.clear();
    if (!canSplit(top)) {
      pieces.push_back({.node = top, .wrap = wrapOf(top)});
      return;
    }
    std::vector<Frame> frames{{.node = top, .nextChild = dom[top].first, .base = 0}};
    while (!frames.empty()) {
      Frame &frame = frames.back();
      if (NodeId child = frame.nextChild; child != noNode) {
        frame.nextChild = dom[child].next;
        if (canSplit(child))
          frames.push_back({.node = child, .nextChild = dom[child].first, .base = pieces.size()});
        else
          pieces.push_back({.node = child, .wrap = wrapOf(child)});
        continue;
      }
      Frame done = frame;
      frames.pop_back();
      mergeRuns(done);
    }
  }

  /// Makes of the pieces of a node's children pieces of the node itself.
  void mergeRuns(Frame frame) {
    std::vector<Piece> children(pieces.begin() + static_cast<std::ptrdiff_t>(frame.base),
                                pieces.end());
    pieces.resize(frame.base);
    DomNode original = dom[frame.node];
    for (Piece child : children) {
      bool isFirst = pieces.size() == frame.base;
      if (isFirst) {
        pieces.push_back({.node = frame.node, .wrap = child.wrap});
      } else if (pieces.back().wrap == Wrap::Either) {
        pieces.back().wrap = child.wrap;
      } else if (child.wrap != Wrap::Either && child.wrap != pieces.back().wrap) {
        DomNode &before = dom[pieces.back().node];
        uint32_t begin = dom[child.node].span.begin;
        before.endIsImplied = true;
        before.closeWidth = 0;
        before.span.end = begin;
        NodeId copy = dom.create({.kind = DomKind::Element,
                                  .name = original.name,
                                  .isLiteral = original.isLiteral,
                                  .startIsImplied = true,
                                  .isClosed = true,
                                  .span = {.begin = begin, .end = begin},
                                  .source = original.source});
        holdsBlock.push_back(child.wrap == Wrap::No);
        pieces.push_back({.node = copy, .wrap = child.wrap});
      }
      if (dom[child.node].parent != pieces.back().node) {
        dom.remove(child.node);
        dom.insert(child.node, pieces.back().node);
      }
    }
    DomNode &last = dom[pieces.back().node];
    last.endIsImplied = original.endIsImplied;
    last.closeWidth = original.closeWidth;
    last.span.end = original.span.end;
  }

  Dom &dom;
  std::string_view text;
  std::vector<bool> holdsBlock;
  std::vector<Piece> pieces;
};

bool endsLine(const DomNode &node) {
  switch (node.name) {
  case Name::Pre:
  case Name::Th:
  case Name::Td:
  case Name::Tr:
  case Name::Li:
  case Name::Dd:
  case Name::Ol:
  case Name::Ul:
  case Name::Dl:
  case Name::Caption:
  case Name::P:
    return !node.isLiteral;
  default:
    return false;
  }
}

/// Content was moved out of the table that this is a part of.
bool isInFosteringTable(const Dom &dom, NodeId id) {
  while (isCell(dom[id].name) || dom[id].name == Name::Tr || dom[id].name == Name::Tbody ||
         dom[id].name == Name::Caption)
    id = dom[id].parent;
  NodeId before = dom[id].previous;
  return dom[id].name == Name::Table && before != noNode && dom[before].kind == DomKind::Element &&
         dom[before].isFostered;
}

bool canMoveOut(const Dom &dom, NodeId id, NodeId top) {
  for (; id != top && id != noNode; id = dom[id].parent) {
    const DomNode &node = dom[id];
    if (node.name == Name::Table || node.isFostered || isInFosteringTable(dom, id))
      return false;
    if (endsLine(node) || node.endIsImplied)
      return true;
    if (node.next != noNode || node.closeWidth > 0)
      return false;
  }
  return false;
}

} // namespace

void wrapBareText(Dom &dom, std::string_view text) { TextWrapper(dom, text).run(); }

void moveLineBreaks(Dom &dom, NodeId top, std::string_view text) {
  for (NodeId id : descendants(dom, top) | std::views::reverse) {
    if (dom[id].kind != DomKind::Element || dom[id].last == noNode || !canMoveOut(dom, id, top))
      continue;
    NodeId first = noNode;
    bool found = false;
    for (NodeId child = dom[id].last; child != noNode; child = dom[child].previous) {
      const DomNode &node = dom[child];
      if (node.kind == DomKind::Comment && !isCell(dom[id].name)) {
        first = child;
        continue;
      }
      if (node.kind != DomKind::Text)
        break;
      std::string_view content = text.substr(node.span.begin, node.span.size());
      size_t kept = content.find_last_not_of('\n');
      kept = kept == std::string_view::npos ? 0 : kept + 1;
      bool isMoved = !isCell(dom[id].name) && trim(content).empty() &&
                     content.find('\n') != std::string_view::npos;
      if (!isMoved && kept == content.size())
        break;
      found = true;
      if (isMoved || kept == 0) {
        first = child;
        if (!isMoved)
          break;
        continue;
      }
      uint32_t middle = node.span.begin + static_cast<uint32_t>(kept);
      DomNode rest{.kind = DomKind::Text, .span = {.begin = middle, .end = node.span.end}};
      NodeId next = node.next;
      dom[child].span.end = middle;
      first = dom.create(rest);
      dom.insert(first, id, next);
      break;
    }
    if (!found)
      continue;
    if (dom[id].closeWidth == 0)
      dom[id].span.end = std::min(dom[id].span.end, dom[first].span.begin);
    NodeId before = dom[id].next, parent = dom[id].parent;
    for (NodeId next = noNode; first != noNode; first = next) {
      next = dom[first].next;
      dom.remove(first);
      dom.insert(first, parent, before);
    }
  }
}

} // namespace wikivet::html
