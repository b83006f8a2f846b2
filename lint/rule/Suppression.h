// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <string>
#include <vector>

namespace wikivet {

struct RuleSpec;

/// A comment of the page that silences rules.
struct Suppression {
  /// A rule, group, tag or alias that it names.
  struct Name {
    std::string text;
    Span span;
    std::vector<const RuleSpec *> rules; ///< what is called so; empty if nothing is
    bool running = false;                ///< one of them was at work on the page
    bool used = false;                   ///< it silenced a finding
  };
  Span comment;
  Span removal; ///< the comment, with its line if it stands alone on it
  Span covers;  ///< findings that begin here are silenced
  std::vector<Name> names;
};

} // namespace wikivet
