// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <string>
#include <vector>

namespace wikivet {

/// A comment of the page that silences rules.
struct Suppression {
  /// A rule, group, tag or alias that it names.
  struct Name {
    std::string text;
    Span span;
    bool known = false;   ///< something is called so
    bool running = false; ///< one of its rules was at work on the page
    bool used = false;    ///< it silenced a finding
  };
  Span comment;
  Span removal; ///< the comment, with its line if it stands alone on it
  Span covers;  ///< findings that begin here are silenced
  std::vector<Name> names;
};

} // namespace wikivet
