// SPDX-License-Identifier: MIT
#pragma once

#include "lint/syntax/Tree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wikivet {

class Document;
class Regex;

/// The part of a page under one heading. Section 0 is the lead, which has no heading.
struct Section {
  Node heading;       ///< null for the lead
  uint32_t level = 0; ///< 1 to 6; 0 for the lead
  uint32_t begin = 0; ///< byte offset of the heading (0 for the lead)
  uint32_t end =
      0; ///< where the next heading of the same or a higher level begins, or the page ends
  uint32_t parent = 0; ///< index of the enclosing section; its own if there is none
  std::string title;   ///< plain text: markup, comments, templates removed, blanks trimmed
};

/// Sections in document order, wherever in the tree their headings stand.
class Sections {
public:
  explicit Sections(const Document &document);

  const std::vector<Section> &all() const { return sections; }
  /// Index of the innermost section that holds a byte offset.
  uint32_t indexAt(uint32_t offset) const;
  const Section &at(uint32_t offset) const { return sections[indexAt(offset)]; }
  /// For each section, whether its title or that of one around it has a match of the pattern.
  std::vector<bool> under(const Regex &title) const;

private:
  std::vector<Section> sections;
};

} // namespace wikivet
