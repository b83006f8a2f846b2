// SPDX-License-Identifier: MIT
#include "lint/model/html/TreeBuilder.h"

#include <algorithm>

namespace wikivet::html {

static bool isOneOf(Name name, std::initializer_list<Name> names) {
  return std::ranges::find(names, name) != names.end();
}

TreeBuilder::TreeBuilder(const Tree &tree, Dom &dom, NodeId root, uint32_t begin)
    : tree(tree), dom(dom), root(root), position(begin) {
  open.push_back(root);
}

NodeId TreeBuilder::take(const Token &next) {
  token = &next;
  ++seen;
  NodeId made = noNode;
  switch (next.kind) {
  case TokenKind::Text:
  case TokenKind::Blank:
  case TokenKind::Newline:
    addText();
    break;
  case TokenKind::Comment:
    addLeaf(DomKind::Comment);
    break;
  case TokenKind::Transparent:
    fostering = next.name != Name::Style;
    addLeaf(DomKind::Meta);
    fostering = false;
    break;
  case TokenKind::Template:
    if (!isTablePart(open.back()))
      reconstruct();
    addLeaf(DomKind::Opaque);
    break;
  case TokenKind::Start:
    if (start() == noNode && next.isLiteral && !isTablePart(open.back()) && open.size() <= deepest)
      addLeaf(DomKind::Stripped);
    break;
  case TokenKind::Whole:
    made = start();
    if (made != noNode && !has(next.name, Void)) {
      if (!formatting.empty() && formatting.back() == made)
        formatting.pop_back();
      popTo({next.name}, true);
      if (isOneOf(next.name, {Name::Td, Name::Th, Name::Caption}))
        clearToMarker();
      resetMode();
      dom[made].closeWidth = 0;
    }
    break;
  case TokenKind::End:
    if (!end() && !next.span.empty() && !isTablePart(open.back()))
      addLeaf(DomKind::Stripped);
    break;
  case TokenKind::Mark:
  case TokenKind::Item:
    break;
  }
  position = std::max(position, next.span.end);
  return made;
}

void TreeBuilder::finish(uint32_t end) {
  Token last{.kind = TokenKind::End};
  token = &last;
  position = std::max(position, end);
  while (open.size() > 1)
    pop();
}

bool TreeBuilder::isTablePart(NodeId node) const {
  return isOneOf(dom[node].name, {Name::Table, Name::Tbody, Name::Tr}) && node != root;
}

bool TreeBuilder::isInScope(std::initializer_list<Name> names, uint32_t boundaries,
                            std::initializer_list<Name> more) const {
  for (size_t i = open.size() - 1; i > 0; --i) {
    Name name = dom[open[i]].name;
    if (isOneOf(name, names))
      return true;
    if (has(name, boundaries) || isOneOf(name, more))
      return false;
  }
  return false;
}

bool TreeBuilder::isInTableScope(std::initializer_list<Name> names) const {
  return isInScope(names, 0, {Name::Table});
}

// Text and what has no content.

void TreeBuilder::addLeaf(DomKind kind) {
  NodeId leaf = dom.create({.kind = kind,
                            .name = token->name,
                            .isLiteral = token->isLiteral,
                            .span = token->span,
                            .source = token->node});
  place(leaf);
}

void TreeBuilder::addText() {
  bool isBlank = token->kind != TokenKind::Text;
  bool inTable = mode == Mode::Table || mode == Mode::TableBody || mode == Mode::Row;
  if (!inTable || !isBlank) {
    fostering = inTable;
    reconstruct();
  }
  NodeId parent = open.back();
  NodeId last = isFostering(parent) ? noNode : dom[parent].last;
  if (last != noNode && dom[last].kind == DomKind::Text && dom[last].span.end == token->span.begin)
    dom[last].span.end = token->span.end;
  else
    addLeaf(DomKind::Text);
  fostering = false;
}

// Start tags.

NodeId TreeBuilder::insertElement(Name name, bool implied) {
  if (open.size() > deepest)
    return noNode;
  bool fromToken = !implied;
  NodeId element =
      dom.create({.kind = DomKind::Element,
                  .name = name,
                  .isLiteral = fromToken && token->isLiteral,
                  .isSelfClosed = fromToken && token->isSelfClosed,
                  .startIsImplied = implied || token->startIsImplied,
                  .endIsImplied = fromToken && token->endIsImplied,
                  .span = {.begin = place(), .end = fromToken ? token->span.end : place()},
                  .openWidth = fromToken ? token->span.size() : 0,
                  .source = token->node});
  place(element);
  if (!has(name, Void))
    open.push_back(element);
  return element;
}

NodeId TreeBuilder::start() {
  // Bounded: each round leaves a part of a table or ends.
  for (int round = 0; round < 8; ++round) {
    if (mode == Mode::Cell && isOneOf(token->name, {Name::Caption, Name::Td, Name::Th, Name::Tr})) {
      if (!isInTableScope({Name::Td, Name::Th}))
        return noNode;
      closeCell();
      continue;
    }
    if (mode == Mode::Caption &&
        isOneOf(token->name, {Name::Caption, Name::Td, Name::Th, Name::Tr})) {
      closeCaption();
      continue;
    }
    if (mode == Mode::Body || mode == Mode::Cell || mode == Mode::Caption)
      return startInBody();
    if (startInTable())
      continue;
    bool isStructure =
        isOneOf(token->name, {Name::Caption, Name::Td, Name::Th, Name::Tr, Name::Tbody});
    if (isStructure)
      return token->name == Name::Tbody ? noNode : insertElement(token->name);
    fostering = true;
    NodeId made = startInBody();
    fostering = false;
    return made;
  }
  return noNode;
}

/// Prepares a table's parts for a start tag in it; true if the mode has changed and the tag is to
/// be looked at again, false if it can be inserted.
bool TreeBuilder::startInTable() {
  Name name = token->name;
  switch (mode) {
  case Mode::Table:
    if (name == Name::Caption) {
      popToContext({Name::Table});
      formatting.push_back(noNode);
      mode = Mode::Caption;
      return false;
    }
    if (isCell(name) || name == Name::Tr) {
      popToContext({Name::Table});
      insertElement(Name::Tbody, true);
      mode = Mode::TableBody;
      return true;
    }
    break;
  case Mode::TableBody:
    if (name == Name::Tr) {
      popToContext({Name::Tbody});
      mode = Mode::Row;
      return false;
    }
    if (isCell(name)) {
      popToContext({Name::Tbody});
      insertElement(Name::Tr, true);
      mode = Mode::Row;
      return true;
    }
    if (name == Name::Caption) {
      popToContext({Name::Tbody});
      pop();
      mode = Mode::Table;
      return true;
    }
    break;
  case Mode::Row:
    if (isCell(name)) {
      popToContext({Name::Tr});
      formatting.push_back(noNode);
      mode = Mode::Cell;
      return false;
    }
    if (name == Name::Tr || name == Name::Caption) {
      popToContext({Name::Tr});
      pop();
      mode = Mode::TableBody;
      return true;
    }
    break;
  default:
    break;
  }
  if (name == Name::Table) {
    popTo({Name::Table});
    resetMode();
    return true;
  }
  return false;
}

NodeId TreeBuilder::startInBody() {
  Name name = token->name;
  if (isOneOf(name, {Name::Caption, Name::Td, Name::Th, Name::Tr, Name::Tbody}))
    return noNode;
  if (name == Name::Li)
    closeListItem({Name::Li});
  else if (name == Name::Dd || name == Name::Dt)
    closeListItem({Name::Dd, Name::Dt});
  if (has(name, ClosesParagraph)) {
    closeParagraph();
    if (isHeading(name) && isHeading(currentName()))
      pop();
    NodeId made = insertElement(name);
    if (name == Name::Table && made != noNode)
      mode = Mode::Table;
    return made;
  }
  if (has(name, Metadata))
    return insertElement(name);
  if (isOneOf(name, {Name::Rb, Name::Rtc}) && isInScope({Name::Ruby}))
    generateImpliedEnds();
  if (isOneOf(name, {Name::Rp, Name::Rt}) && isInScope({Name::Ruby}))
    generateImpliedEnds(Name::Rtc);
  if (name != Name::Rb && name != Name::Rtc && name != Name::Rp && name != Name::Rt)
    reconstruct();
  NodeId made = insertElement(name);
  return has(name, Formatting) ? pushFormatting(made) : made;
}

void TreeBuilder::closeParagraph() {
  if (!isInScope({Name::P}))
    return;
  generateImpliedEnds(Name::P);
  popTo({Name::P});
}

void TreeBuilder::closeListItem(std::initializer_list<Name> items) {
  for (size_t i = open.size() - 1; i > 0; --i) {
    Name name = dom[open[i]].name;
    if (isOneOf(name, items)) {
      generateImpliedEnds(name);
      popTo({name});
      return;
    }
    if (has(name, Special) && name != Name::Div && name != Name::P)
      return;
  }
}

// Stack of open elements.

void TreeBuilder::close(NodeId id, bool matched) {
  DomNode &element = dom[id];
  element.isClosed = true;
  if (matched && (token->isLiteral || !element.isLiteral)) {
    element.closeWidth = token->span.size();
    element.span.end = token->span.empty() ? position : token->span.end;
  } else {
    element.endIsImplied = true;
    element.span.end = std::max(element.span.end, place());
  }
}

void TreeBuilder::pop(bool matched) {
  NodeId element = open.back();
  open.pop_back();
  close(element, matched);
}

void TreeBuilder::popTo(std::initializer_list<Name> names, bool matched) {
  while (open.size() > 1) {
    bool isLast = isOneOf(currentName(), names);
    pop(isLast && matched);
    if (isLast)
      return;
  }
}

void TreeBuilder::popToContext(std::initializer_list<Name> names) {
  while (open.size() > 1 && !isOneOf(currentName(), names))
    pop();
}

void TreeBuilder::generateImpliedEnds(Name except) {
  while (open.size() > 1 && has(currentName(), ImpliedEnd) && currentName() != except)
    pop();
}

void TreeBuilder::resetMode() {
  mode = Mode::Body;
  for (size_t i = open.size() - 1; i > 0; --i) {
    Name name = dom[open[i]].name;
    if (isCell(name))
      mode = Mode::Cell;
    else if (name == Name::Tr)
      mode = Mode::Row;
    else if (name == Name::Tbody)
      mode = Mode::TableBody;
    else if (name == Name::Caption)
      mode = Mode::Caption;
    else if (name == Name::Table)
      mode = Mode::Table;
    if (mode != Mode::Body)
      return;
  }
}

// Where a node goes.

void TreeBuilder::place(NodeId node) { placeIn(node, open.back()); }

void TreeBuilder::placeIn(NodeId node, NodeId parent) {
  if (!isFostering(parent)) {
    dom.insert(node, parent);
    return;
  }
  for (size_t i = open.size() - 1; i > 0; --i)
    if (dom[open[i]].name == Name::Table) {
      dom[node].isFostered = true;
      dom.insert(node, dom[open[i]].parent, open[i]);
      return;
    }
  dom.insert(node, root);
}

} // namespace wikivet::html
