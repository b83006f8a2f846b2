// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/html/Dom.h"
#include "lint/model/html/Tokens.h"
#include "lint/syntax/Tree.h"

#include <initializer_list>
#include <vector>

namespace wikivet::html {

/// Builds a tree from tags as browsers do: the part of the HTML standard's section "Tree
/// construction" that elements of wikitext can reach. Notes which tags it added, moved or dropped.
/// What is nested deeper than `deepest` is left flat, and lists of formatting elements are cut, so
/// that the cost is linear.
class TreeBuilder {
public:
  /// Builds below `root`, which stands for the body; `begin` is where its text begins. `tree` is
  /// the page's.
  TreeBuilder(const Tree &tree, Dom &dom, NodeId root, uint32_t begin);

  /// Processes the next token. The element that a Whole token made, or noNode.
  NodeId take(const Token &next);
  /// Closes what is open at the end of the text.
  void finish(uint32_t end);

private:
  enum class Mode : uint8_t { Body, Table, Caption, TableBody, Row, Cell };
  static constexpr size_t deepest = 400;
  /// Formatting elements that are opened again; a page with more is broken anyhow.
  static constexpr size_t mostFormatting = 64;

  Name currentName() const { return dom[open.back()].name; }
  bool isTablePart(NodeId node) const;
  bool isInScope(std::initializer_list<Name> names, uint32_t boundaries = Scoping,
                 std::initializer_list<Name> more = {}) const;
  bool isInTableScope(std::initializer_list<Name> names) const;
  uint32_t place() const { return token->span.empty() ? position : token->span.begin; }

  // Text and what has no content.
  void addLeaf(DomKind kind);
  void addText();

  // Start tags, by mode; they return the element or noNode.
  NodeId start();
  NodeId startInBody();
  bool startInTable();
  NodeId insertElement(Name name, bool implied = false);
  void closeParagraph();
  void closeListItem(std::initializer_list<Name> items);

  // End tags, by mode; false if nothing was closed.
  bool end();
  bool endInBody();
  bool closeAnyOther();
  void closeCell();
  void closeCaption();

  // Stack of open elements.
  void pop(bool matched = false);
  void close(NodeId element, bool matched);
  void popTo(std::initializer_list<Name> names, bool matched = false);
  void popToContext(std::initializer_list<Name> names);
  void generateImpliedEnds(Name except = Name::None);
  void resetMode();

  // Where a node goes: in the current one, or before a table.
  void place(NodeId node);
  void placeIn(NodeId node, NodeId parent);
  bool isFostering(NodeId parent) const { return fostering && isTablePart(parent); }

  // List of active formatting elements; noNode is a marker.
  NodeId pushFormatting(NodeId element);
  void reconstruct();
  void clearToMarker();
  bool adoptionAgency();
  void adopt(size_t entry, size_t depth, size_t block);
  NodeId copyOf(NodeId element, uint32_t begin);
  void cut(NodeId element, uint32_t end);

  const Tree &tree;
  Dom &dom;
  NodeId root;
  std::vector<NodeId> open, formatting;
  Mode mode = Mode::Body;
  bool fostering = false;
  const Token *token = nullptr;
  uint32_t position;           ///< behind the last token
  size_t copies = 0, seen = 0; ///< elements opened again; tokens
};

} // namespace wikivet::html
