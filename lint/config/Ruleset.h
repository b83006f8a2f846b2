// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Registry.h"
#include "lint/support/Error.h"

#include <expected>
#include <string>
#include <vector>

namespace wikivet {

/// A rule that is switched on, with its options resolved.
struct EnabledRule {
  const RuleSpec *spec;
  CheckFactory factory;
  Severity severity;
  Options options;
};

/// Which rules to run. Selectors are rule ids, groups and aliases.
struct Selection {
  std::vector<std::string> select; ///< empty: the preset `recommended`
  std::vector<std::string> ignore;
};

/// The rules of one run. Immutable; shared by all documents and threads.
class Ruleset {
public:
  /// The preset `recommended` is every stable rule whose severity is not `off`. An unknown selector
  /// is an error. `registry` must outlive the result.
  static std::expected<Ruleset, Error> make(const Registry &registry, const Selection &selection);

  const std::vector<EnabledRule> &rules() const { return enabled; }

private:
  std::vector<EnabledRule> enabled;
};

} // namespace wikivet
