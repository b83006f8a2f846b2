// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Document.h"
#include "lint/support/Span.h"

#include <string>
#include <string_view>
#include <vector>

namespace wikivet::lsp {

/// A place where something that has a name on the page is defined or used: a reference (by its
/// group and name) or a section (by its title, as links write it behind `#`).
struct NamePlace {
  enum class Kind : uint8_t { Reference, Section };
  Kind kind;
  std::string key; ///< the same for all places of one thing, and for no other of the kind
  Span span;       ///< of the name, without quotes
  Span whole;      ///< of what the name belongs to: a tag, a call, a heading, a link
  bool isDefinition = false;
  bool mayNeedQuotes = false; ///< the value of an attribute, without quotes
  bool hasMarkup = false;     ///< a heading that is not plain text: the name is not what is written
};

/// All of them in order of place.
std::vector<NamePlace> namePlaces(const Document &document);

/// Key of a section, from a title or the fragment of a link: both may have underscores.
std::string sectionKey(std::string_view title);
/// Key of a reference; the group is empty for the default group.
std::string referenceKey(std::string_view group, std::string_view name);
/// The name alone.
std::string_view referenceName(std::string_view key);

/// The innermost place at a byte offset, its end included, or null.
const NamePlace *placeAt(const std::vector<NamePlace> &places, uint32_t offset);

} // namespace wikivet::lsp
