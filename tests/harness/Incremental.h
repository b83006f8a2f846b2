// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wikivet::tests {

/// Keeps a tree-sitter tree up to date while its text is edited.
class IncrementalParser {
public:
  explicit IncrementalParser(std::string text);
  ~IncrementalParser();
  IncrementalParser(const IncrementalParser &) = delete;
  IncrementalParser &operator=(const IncrementalParser &) = delete;

  /// Replaces bytes of the text and parses again, taking over what can be of the old tree.
  void edit(uint32_t begin, uint32_t length, std::string_view replacement);

  const std::string &text() const { return content; }
  /// Whether the tree is node by node the one that a parse from nothing gives.
  bool equalsFreshParse() const;

private:
  struct Trees;
  std::string content;
  Trees *trees;
};

} // namespace wikivet::tests
