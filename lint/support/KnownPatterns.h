// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace wikivet {

/// What is known of a regular expression since the program was built: that it is good, and what
/// would have to be worked out by compiling it, which takes most of the time of a short run. All
/// texts lie behind one another, each with NUL behind it: first the pattern.
struct KnownPattern {
  const char *text;
  bool ignoresCase;
  uint32_t words;  ///< required words, as Regex::requiredWords() says
  uint32_t groups; ///< names of groups, each behind its number and a blank
};

/// The pattern, if it is one of the built-in rules'; null otherwise. Which these are is worked out
/// when the program is built.
const KnownPattern *findKnownPattern(std::string_view pattern, bool ignoreCase);

} // namespace wikivet
