// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/rule/Check.h"
#include "lint/rule/RuleSpec.h"
#include "lint/support/YamlReader.h"

#include <string_view>
#include <vector>

namespace wikivet {

/// Rule id of diagnostics about rule files themselves.
inline constexpr std::string_view ruleFileId = "rule-file";

/// A rule with the factory of its check.
struct RegisteredRule {
  RuleSpec spec;
  CheckFactory factory;
  YamlNode yaml;          ///< what it was made of, for rules that extend it
  bool isBuiltin = false; ///< and not changed by a file
};

/// All rules that are known, by name. Immutable once filled.
class Registry {
public:
  /// The rules built in. They are tested, so this can't fail.
  static Registry builtin();

  /// Adds a rule from its file; its check must be known and its name and aliases new. A file with
  /// `extends: NAME` gives only what differs from that rule, which it replaces if it has the same
  /// name. False, with located errors added, if it is wrong.
  bool add(const Source &source, std::string group, std::vector<Diagnostic> &errors);

  /// Sorted by name.
  const std::vector<RegisteredRule> &rules() const { return entries; }

  /// The rules that a selector stands for, empty if it is unknown: a name, a group, a tag, an
  /// alias, a pattern of these with `*`, `all`, `recommended` (stable, not off, of high
  /// confidence), or a property such as `status:preview`.
  std::vector<const RegisteredRule *> find(std::string_view selector) const;
  /// The rule of a name or an alias, or null.
  const RegisteredRule *rule(std::string_view name) const;
  /// What to say of a name that rule() or of a selector that find() does not know, with a
  /// suggestion.
  std::string unknownRule(std::string_view name) const;
  std::string unknownSelector(std::string_view selector) const;
  /// Every name, group, tag and alias.
  std::vector<std::string> selectors() const;

private:
  bool insert(YamlNode yaml, const Source &source, std::string group, Problems &problems);

  std::vector<RegisteredRule> entries;
};

} // namespace wikivet
