// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Ruleset.h"
#include "lint/engine/Linter.h"

#include <string>
#include <vector>

namespace wikivet::tests {

/// A registry with the built-in rules and one called `demo`, whose YAML lacks only what every rule
/// has. Errors of the rule, as `line: message`, in `errors`.
struct DemoRule {
  explicit DemoRule(const std::string &yaml);

  /// The texts of what the rule finds, in order.
  std::vector<std::string> found(const std::string &page) const;
  std::vector<Diagnostic> lint(const std::string &page) const;

  Registry registry;
  std::vector<std::string> errors;
};

} // namespace wikivet::tests
