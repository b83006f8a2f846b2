// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wikivet {

struct RuleSpec;

/// A comment of the page that silences rules, or was meant to.
struct Suppression {
  /// A rule, group, tag or alias that it names.
  struct Name {
    std::string text;
    Span span;
    std::vector<const RuleSpec *> rules; ///< what is called so; empty if nothing is
    std::string suggestion;              ///< what may have been meant if nothing is called so
    bool running = false;                ///< one of them was at work on the page
    bool used = false;                   ///< it silenced a finding
  };
  enum class Fault : uint8_t {
    None,
    NoEnd,       ///< a range that goes on to the end of the page
    NoStart,     ///< the end of no range
    UnknownWord, ///< it begins as such a comment does, but there is none of this kind
  };

  Span comment;
  Fault fault = Fault::None;
  std::string word;       ///< of an unknown one, as it is written
  std::string suggestion; ///< the word that was most likely meant instead
  /// What to remove if it is not needed, in order: the comment and the one that ends its range,
  /// each with its line if it stands alone on it.
  std::vector<Span> removals;
  Span covers; ///< findings that begin here are silenced, or would be if it were right
  std::vector<Name> names;
};

} // namespace wikivet
