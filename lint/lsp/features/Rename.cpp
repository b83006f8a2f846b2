// SPDX-License-Identifier: MIT
//
// Highlights, definition, references and renaming of named references and sections.
#include "lint/lsp/Names.h"

#include "lint/lsp/features/Features.h"
#include "lint/model/References.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet::lsp {

namespace {

using Places = std::vector<NamePlace>;

/// All places of what stands at the inquiry's position; nothing if nothing is there.
struct Family {
  explicit Family(const Inquiry &inquiry)
      : all(namePlaces(inquiry.page.document())), here(placeAt(all, inquiry.offset())) {
    if (here)
      for (const NamePlace &place : all)
        if (place.kind == here->kind && place.key == here->key)
          members.push_back(&place);
  }

  Places all;
  const NamePlace *here;
  std::vector<const NamePlace *> members;
};

Json locationOf(const Inquiry &inquiry, Span span) {
  return {{"uri", inquiry.page.snapshot().uri}, {"range", inquiry.positions().range(span)}};
}

/// Why a name can't be given; empty if it can.
std::string refusal(const Family &family, std::string_view name) {
  bool isReference = family.here->kind == NamePlace::Kind::Reference;
  if (name.empty())
    return "a name is needed";
  if (name.find_first_of(isReference ? "\"<>{}|[]\n\r" : "#<>{}|[]\n\r") != std::string_view::npos)
    return isReference ? "a name may hold none of \" < > { } | [ ]"
                       : "a title that is linked to may hold none of # < > { } | [ ]";
  if (isReference && std::ranges::all_of(name, isDigit))
    return "the name of a reference may not be a number";
  if (!isReference && (name.starts_with('=') || name.ends_with('=')))
    return "a title may not begin or end with '='";
  std::string_view oldKey = family.here->key;
  std::string key = isReference
                        ? fmt::format("{}\x1f{}", oldKey.substr(0, oldKey.find('\x1f')), name)
                        : sectionKey(name);
  bool isTaken = key != oldKey && std::ranges::any_of(family.all, [&](const NamePlace &place) {
                   return place.kind == family.here->kind && place.isDefinition && place.key == key;
                 });
  return isTaken ? fmt::format("'{}' is the name of another on this page", name) : "";
}

bool holdsMarkup(const Family &family) {
  return std::ranges::any_of(family.members, &NamePlace::hasMarkup);
}

} // namespace

Answer answerHighlights(const Inquiry &inquiry) {
  constexpr int read = 2, write = 3;
  Json highlights = Json::array();
  for (const NamePlace *place : Family(inquiry).members)
    highlights.push_back({{"range", inquiry.positions().range(place->span)},
                          {"kind", place->isDefinition ? write : read}});
  return highlights;
}

Answer answerDefinition(const Inquiry &inquiry) {
  Json locations = Json::array();
  Family family(inquiry);
  for (const NamePlace *place : family.members)
    if (place->isDefinition)
      locations.push_back(locationOf(inquiry, place->span));
  return locations;
}

Answer answerReferences(const Inquiry &inquiry) {
  bool withDefinition = isTrue(inquiry.params, "context", "includeDeclaration");
  Json locations = Json::array();
  Family family(inquiry);
  for (const NamePlace *place : family.members)
    if (withDefinition || !place->isDefinition)
      locations.push_back(locationOf(inquiry, place->span));
  return locations;
}

Answer prepareRename(const Inquiry &inquiry) {
  Family family(inquiry);
  if (!family.here)
    return nullptr;
  if (holdsMarkup(family))
    return failed(ErrorCode::RequestFailed, "a heading with markup can't be renamed");
  Span span = family.here->span;
  return Json{{"range", inquiry.positions().range(span)},
              {"placeholder", inquiry.page.source().text(span)}};
}

Answer answerRename(const Inquiry &inquiry) {
  Family family(inquiry);
  if (!family.here)
    return failed(ErrorCode::RequestFailed,
                  "only names of references, headings and links to sections can be changed");
  if (holdsMarkup(family))
    return failed(ErrorCode::RequestFailed, "a heading with markup can't be renamed");
  std::string name(trim(inquiry.params.at("newName").get_ref<const std::string &>()));
  if (std::string why = refusal(family, name); !why.empty())
    return failed(ErrorCode::RequestFailed, why);
  bool isPlainWord = std::ranges::all_of(name, [](char c) {
    return isLetterByte(c) || isDigit(c) || c == '-' || c == '_' || c == '.';
  });
  Json edits = Json::array();
  for (const NamePlace *place : family.members)
    edits.push_back(
        {{"range", inquiry.positions().range(place->span)},
         {"newText", place->mayNeedQuotes && !isPlainWord ? fmt::format("\"{}\"", name) : name}});
  return workspaceEdit(inquiry.page.snapshot(), inquiry.client, std::move(edits));
}

} // namespace wikivet::lsp
