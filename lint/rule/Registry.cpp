// SPDX-License-Identifier: MIT
#include "lint/rule/Registry.h"

#include "lint/rule/Matcher.h"
#include "lint/rule/RuleLoader.h"
#include "lint/support/Suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace wikivet {

static std::vector<NamedCheck> allChecks() {
  std::span<const NamedCheck> native = embeddedChecks();
  std::vector<NamedCheck> checks(native.begin(), native.end());
  checks.push_back({.name = "match", .factory = makeMatchCheck});
  return checks;
}

Registry Registry::builtin() {
  Registry registry;
  for (const EmbeddedRule &rule : embeddedRules()) {
    Source source(fmt::format("rules/{}/{}", rule.group, rule.file), std::string(rule.text));
    std::vector<Diagnostic> errors;
    registry.add(source, std::string(rule.group), errors);
    for ([[maybe_unused]] const Diagnostic &error : errors)
      fmt::print(stderr, "{}:{}: {}\n", source.path(),
                 source.lines().position(error.span.begin).line, error.message);
    assert(errors.empty() && "a built-in rule is wrong");
  }
  return registry;
}

bool Registry::add(const Source &source, std::string group, std::vector<Diagnostic> &errors) {
  std::optional<RuleSpec> spec = loadRule(source, std::move(group), errors);
  if (!spec)
    return false;
  auto fail = [&](std::string message) {
    errors.push_back({.rule = std::string(ruleFileId),
                      .severity = Severity::Error,
                      .span = {},
                      .message = std::move(message),
                      .related = {},
                      .fixes = {}});
    return false;
  };
  std::vector<NamedCheck> checks = allChecks();
  auto check = std::ranges::find(checks, spec->check, &NamedCheck::name);
  if (check == checks.end()) {
    std::vector<std::string> names;
    names.reserve(checks.size());
    for (const NamedCheck &known : checks)
      names.emplace_back(known.name);
    return fail(
        fmt::format("no check is called '{}'{}", spec->check, didYouMean(spec->check, names)));
  }
  std::vector<std::string> taken = selectors();
  std::vector<std::string> names = spec->aliases;
  names.push_back(spec->name);
  for (const std::string &name : names)
    if (std::ranges::find(taken, name) != taken.end())
      return fail(fmt::format("the name '{}' is already taken by another rule", name));
  auto place = std::ranges::lower_bound(entries, spec->name, {},
                                        [](const RegisteredRule &rule) { return rule.spec.name; });
  entries.insert(place, {std::move(*spec), check->factory});
  return true;
}

std::vector<const RegisteredRule *> Registry::find(std::string_view selector) const {
  std::vector<const RegisteredRule *> found;
  for (const RegisteredRule &rule : entries)
    if (rule.spec.name == selector || rule.spec.group == selector ||
        std::ranges::find(rule.spec.aliases, selector) != rule.spec.aliases.end())
      found.push_back(&rule);
  return found;
}

const RegisteredRule *Registry::rule(std::string_view name) const {
  for (const RegisteredRule &rule : entries)
    if (rule.spec.name == name)
      return &rule;
  return nullptr;
}

std::vector<std::string> Registry::selectors() const {
  std::vector<std::string> names;
  for (const RegisteredRule &rule : entries) {
    names.push_back(rule.spec.name);
    names.push_back(rule.spec.group);
    names.insert(names.end(), rule.spec.aliases.begin(), rule.spec.aliases.end());
  }
  return names;
}

} // namespace wikivet
