// SPDX-License-Identifier: MIT
#include "lint/model/Sections.h"

#include "lint/model/Document.h"
#include "lint/model/PlainText.h"
#include "lint/support/Regex.h"

#include <algorithm>

namespace wikivet {

Sections::Sections(const Document &document) {
  const Tree &tree = document.tree();
  auto end = static_cast<uint32_t>(tree.sourceText().size());
  sections.push_back({.heading = {}, .level = 0, .begin = 0, .end = end, .parent = 0, .title = {}});
  // Indexes of the sections that the next heading may lie in, outermost first.
  std::vector<uint32_t> open;
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    if (!node.is(NodeKind::Heading))
      continue;
    uint32_t level = node.firstChild().span().size();
    sections[0].end = std::min(sections[0].end, node.begin());
    while (!open.empty() && sections[open.back()].level >= level) {
      sections[open.back()].end = node.begin();
      open.pop_back();
    }
    auto index = static_cast<uint32_t>(sections.size());
    sections.push_back({.heading = node,
                        .level = level,
                        .begin = node.begin(),
                        .end = end,
                        .parent = open.empty() ? index : open.back(),
                        .title = plainText(node)});
    open.push_back(index);
  }
}

uint32_t Sections::indexAt(uint32_t offset) const {
  auto next = std::ranges::upper_bound(sections, offset, {}, &Section::begin);
  return next == sections.begin() ? 0 : static_cast<uint32_t>(next - sections.begin()) - 1;
}

std::vector<bool> Sections::under(const Regex &title) const {
  std::vector<bool> result(sections.size());
  for (size_t i = 1; i < sections.size(); ++i) // parents come first
    result[i] = title.contains(sections[i].title) || result[sections[i].parent];
  return result;
}

} // namespace wikivet
