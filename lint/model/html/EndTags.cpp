// SPDX-License-Identifier: MIT
// The part of the tree builder that handles end tags.
#include "lint/model/html/TreeBuilder.h"

#include <algorithm>

namespace wikivet::html {

bool TreeBuilder::end() {
  for (int round = 0; round < 8; ++round) {
    Name name = token->name;
    switch (mode) {
    case Mode::Cell:
      if (isCell(name)) {
        if (!isInTableScope({name}))
          return false;
        generateImpliedEnds();
        popTo({name}, true);
        clearToMarker();
        mode = Mode::Row;
        return true;
      }
      if (name == Name::Caption)
        return false;
      if (name == Name::Table || name == Name::Tr || name == Name::Tbody) {
        if (!isInTableScope({name}))
          return false;
        closeCell();
        continue;
      }
      return endInBody();
    case Mode::Caption:
      if (name == Name::Caption || name == Name::Table) {
        if (!isInTableScope({Name::Caption}))
          return false;
        bool isCaption = name == Name::Caption;
        generateImpliedEnds();
        popTo({Name::Caption}, isCaption);
        clearToMarker();
        mode = Mode::Table;
        if (isCaption)
          return true;
        continue;
      }
      if (isCell(name) || name == Name::Tr || name == Name::Tbody)
        return false;
      return endInBody();
    case Mode::Row:
      if (name == Name::Tr || name == Name::Table || name == Name::Tbody) {
        if (!isInTableScope({Name::Tr}))
          return false;
        popToContext({Name::Tr});
        pop(name == Name::Tr);
        mode = Mode::TableBody;
        if (name == Name::Tr)
          return true;
        continue;
      }
      break;
    case Mode::TableBody:
      if (name == Name::Table || name == Name::Tbody) {
        popToContext({Name::Tbody});
        pop(name == Name::Tbody);
        mode = Mode::Table;
        if (name == Name::Tbody)
          return true;
        continue;
      }
      break;
    case Mode::Table:
      if (name == Name::Table) {
        popTo({Name::Table}, true);
        resetMode();
        return true;
      }
      break;
    case Mode::Body:
      return endInBody();
    }
    if (isCell(name) || name == Name::Tr || name == Name::Tbody || name == Name::Caption)
      return false;
    fostering = true;
    bool closed = endInBody();
    fostering = false;
    return closed;
  }
  return false;
}

bool TreeBuilder::endInBody() {
  Name name = token->name;
  if (has(name, Formatting) && name != Name::A)
    return adoptionAgency();
  if (name == Name::P) {
    if (!isInScope({Name::P}))
      insertElement(Name::P, true);
    generateImpliedEnds(Name::P);
    popTo({Name::P}, true);
    return true;
  }
  if (name == Name::Li) {
    if (!isInScope({Name::Li}, Scoping, {Name::Ol, Name::Ul}))
      return false;
    generateImpliedEnds(Name::Li);
    popTo({Name::Li}, true);
    return true;
  }
  if (isHeading(name)) {
    auto all = {Name::H1, Name::H2, Name::H3, Name::H4, Name::H5, Name::H6};
    if (!isInScope(all))
      return false;
    generateImpliedEnds();
    popTo(all, true);
    return true;
  }
  bool isTablePart = isCell(name) || name == Name::Tr || name == Name::Tbody ||
                     name == Name::Caption || name == Name::Table;
  if (isTablePart)
    return false;
  if (has(name, ClosesParagraph)) {
    if (!isInScope({name}))
      return false;
    generateImpliedEnds(isListItem(name) ? name : Name::None);
    popTo({name}, true);
    return true;
  }
  for (size_t i = open.size() - 1; i > 0; --i) {
    Name candidate = dom[open[i]].name;
    if (candidate == name) {
      generateImpliedEnds(name);
      while (open.size() > i + 1)
        pop();
      pop(true);
      return true;
    }
    if (has(candidate, Special))
      return false;
  }
  return false;
}

void TreeBuilder::closeCell() {
  generateImpliedEnds();
  popTo({Name::Td, Name::Th});
  clearToMarker();
  mode = Mode::Row;
}

void TreeBuilder::closeCaption() {
  generateImpliedEnds();
  popTo({Name::Caption});
  clearToMarker();
  mode = Mode::Table;
}

/// The standard's "adoption agency algorithm": an end tag of a formatting element inside other
/// elements closes it there and, if a block stands between, opens it again in the block.
bool TreeBuilder::adoptionAgency() {
  auto indexIn = [](const std::vector<NodeId> &list, NodeId node) {
    return static_cast<size_t>(std::ranges::find(list, node) - list.begin());
  };
  Name name = token->name;
  bool closed = false;
  if (currentName() == name && open.size() > 1 &&
      indexIn(formatting, open.back()) == formatting.size()) {
    pop(true);
    return true;
  }
  for (int round = 0; round < 8; ++round) {
    size_t entry = formatting.size();
    while (entry > 0 && formatting[entry - 1] != noNode && dom[formatting[entry - 1]].name != name)
      --entry;
    if (entry == 0 || formatting[entry - 1] == noNode) {
      if (closed)
        return true;
      // Any other end tag: one that isn't in the list may still be open.
      for (size_t i = open.size() - 1; i > 0; --i) {
        if (dom[open[i]].name == name) {
          generateImpliedEnds(name);
          while (open.size() > i + 1)
            pop();
          pop(true);
          return true;
        }
        if (has(dom[open[i]].name, Special))
          return false;
      }
      return false;
    }
    --entry;
    NodeId element = formatting[entry];
    size_t depth = indexIn(open, element);
    if (depth == open.size()) {
      formatting.erase(formatting.begin() + static_cast<std::ptrdiff_t>(entry));
      return closed;
    }
    for (size_t i = open.size() - 1; i > depth; --i)
      if (has(dom[open[i]].name, Scoping))
        return closed; // not in scope
    size_t block = depth + 1;
    while (block < open.size() && !has(dom[open[block]].name, Special))
      ++block;
    if (block == open.size()) {
      while (open.size() > depth + 1)
        pop();
      pop(true);
      formatting.erase(formatting.begin() + static_cast<std::ptrdiff_t>(entry));
      return true;
    }
    NodeId furthest = open[block], last = furthest;
    size_t bookmark = entry;
    // From the block outwards.
    int inner = 0;
    for (size_t i = block - 1; i > depth; --i) {
      ++inner;
      NodeId node = open[i];
      size_t place = indexIn(formatting, node);
      if (inner > 3 && place < formatting.size()) {
        formatting.erase(formatting.begin() + static_cast<std::ptrdiff_t>(place));
        if (place < bookmark)
          --bookmark;
        place = formatting.size();
      }
      if (place == formatting.size()) {
        close(node, false);
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(i));
        continue;
      }
      DomNode original = dom[node];
      NodeId copy = dom.create({.kind = DomKind::Element,
                                .name = original.name,
                                .isLiteral = original.isLiteral,
                                .startIsImplied = true,
                                .span = {.begin = dom[last].span.begin, .end = this->place()},
                                .source = original.source});
      close(node, false);
      dom[node].span.end = dom[last].span.begin;
      formatting[place] = copy;
      open[i] = copy;
      if (last == furthest)
        bookmark = place + 1;
      dom.remove(last);
      dom.insert(last, copy);
      last = copy;
    }
    dom.remove(last);
    bool wasFostering = fostering;
    fostering = true;
    placeIn(last, open[depth - 1]);
    fostering = wasFostering;
    DomNode original = dom[element];
    NodeId copy = dom.create({.kind = DomKind::Element,
                              .name = original.name,
                              .isLiteral = original.isLiteral,
                              .startIsImplied = true,
                              .span = {.begin = dom[furthest].span.begin + dom[furthest].openWidth,
                                       .end = this->place()},
                              .source = original.source});
    dom.moveChildren(furthest, copy);
    dom.insert(copy, furthest);
    entry = indexIn(formatting, element);
    formatting.erase(formatting.begin() + static_cast<std::ptrdiff_t>(entry));
    if (entry < bookmark)
      --bookmark;
    bookmark = std::min(bookmark, formatting.size());
    formatting.insert(formatting.begin() + static_cast<std::ptrdiff_t>(bookmark), copy);
    close(element, false);
    dom[element].span.end = dom[last].span.begin;
    open.erase(open.begin() + static_cast<std::ptrdiff_t>(depth));
    size_t below = indexIn(open, furthest);
    open.insert(open.begin() + static_cast<std::ptrdiff_t>(below) + 1, copy);
    closed = true;
  }
  return closed;
}

} // namespace wikivet::html
