// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Regex.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// Which revisions of a page are wanted.
struct RevisionChoice {
  bool latestOnly = true;     ///< the one with the latest time
  uint64_t first = 0;         ///< else those with ids from here
  uint64_t last = UINT64_MAX; ///< to here
};

/// Which pages of an export are wanted. A list that is empty excludes nothing.
struct PageFilter {
  std::vector<std::string> namespaces; ///< numbers, or names as the export itself gives them
  std::vector<std::string> titles;
  std::shared_ptr<const Regex> titlePattern; ///< that a part of the title must match; may be null
  RevisionChoice revisions;
};

/// The namespaces of a wiki, as the site information of its export lists them.
class Namespaces {
public:
  void add(int number, std::string name) { names[number] = std::move(name); }
  /// The number of the namespace that a title's prefix names; 0 if it names none.
  int ofTitle(std::string_view title) const;
  /// Whether a namespace is one of those listed, by numbers or names. Case and the difference
  /// between blanks and underscores don't matter; the main one is also "main" and "(main)".
  bool isListed(int number, const std::vector<std::string> &list) const;

private:
  std::map<int, std::string> names;
};

/// Whether a title is among those listed, or matches the pattern, as far as these are given.
bool wantsTitle(const PageFilter &filter, std::string_view title);

} // namespace wikivet
