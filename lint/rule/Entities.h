// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Document.h"
#include "lint/rule/Check.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wikivet {

/// A text that is part of the source, or was made.
class PartText {
public:
  PartText &operator=(std::string_view source) {
    seen = source;
    return *this;
  }
  PartText &operator=(std::string made) {
    owned = std::move(made);
    seen = owned;
    return *this;
  }
  std::string_view view() const { return seen; }

private:
  std::string_view seen;
  std::string owned;
};

/// Something that a part of an entity is: a text, a number, or true or false.
struct EntityPart {
  std::string_view name;
  /// The text stands in the page as it is, letters' case apart.
  bool verbatim = false;
  bool isOutside = false; ///< but perhaps not in the node
  /// One of these is set. False or nothing where the entity has no such part.
  bool (*text)(Node, const Document &, PartText &) = nullptr;
  std::optional<int64_t> (*number)(Node, const Document &) = nullptr;
  bool (*flag)(Node, const Document &) = nullptr;
};

/// What a rule can ask for by a word of its own (`link:`, `cell:`): nodes with parts.
struct Entity {
  std::string_view name;
  KindSet kinds;
  std::span<const EntityPart> parts; ///< `link: x` asks for the first
  /// Whether a node of these kinds is one; null: all are.
  bool (*is)(Node, const Document &) = nullptr;
  /// Parts that the page names, for `has`, `lacks` and `with`: parameters, attributes, options.
  bool (*named)(Node, const Document &, std::string_view, PartText &) = nullptr;
};

/// All entities, in the order of the documentation.
std::span<const Entity> entities();

} // namespace wikivet
