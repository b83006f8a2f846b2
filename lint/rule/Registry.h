// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Check.h"
#include "lint/rule/RuleSpec.h"

#include <span>
#include <string_view>
#include <vector>

namespace wikivet {

/// A rule file that is built into the program.
struct EmbeddedRule {
  std::string_view group;
  std::string_view file; ///< name with `.yaml`
  std::string_view text;
};

/// A native check that is built into the program.
struct NamedCheck {
  std::string_view name;
  CheckFactory factory;
};

/// Made by rules/CMakeLists.txt from the files in rules/.
std::span<const EmbeddedRule> embeddedRules();
std::span<const NamedCheck> embeddedChecks();

/// A rule with the factory of its check.
struct RegisteredRule {
  RuleSpec spec;
  CheckFactory factory;
};

/// All rules that are known, by name. Immutable once filled.
class Registry {
public:
  /// The rules built in. They are tested, so this can't fail.
  static Registry builtin();

  /// Adds a rule from its file; its check must be known and its name and aliases new.
  /// False, with located errors added, if it is wrong.
  bool add(const Source &source, std::string group, std::vector<Diagnostic> &errors);

  /// Sorted by name.
  const std::vector<RegisteredRule> &rules() const { return entries; }

  /// The rules that a name, a group or an alias stands for; empty if it is unknown.
  std::vector<const RegisteredRule *> find(std::string_view selector) const;
  const RegisteredRule *rule(std::string_view name) const;
  /// Every name, group and alias.
  std::vector<std::string> selectors() const;

private:
  std::vector<RegisteredRule> entries;
};

} // namespace wikivet
