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
  return closeAnyOther();
}

/// The standard's "any other end tag": closes an element unless a block stands between.
bool TreeBuilder::closeAnyOther() {
  Name name = token->name;
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

} // namespace wikivet::html
