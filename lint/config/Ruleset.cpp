// SPDX-License-Identifier: MIT
#include "lint/config/Ruleset.h"

#include "lint/support/Suggest.h"

#include <fmt/format.h>

#include <set>

namespace wikivet {

static bool isRecommended(const RuleSpec &spec) {
  return spec.status == RuleStatus::Stable && spec.severity != Severity::Off;
}

/// Adds the rules that selectors stand for, or says which selector is unknown.
static std::expected<void, Error> resolve(const Registry &registry,
                                          const std::vector<std::string> &selectors,
                                          std::set<const RegisteredRule *> &rules) {
  for (const std::string &selector : selectors) {
    std::vector<const RegisteredRule *> found = registry.find(selector);
    if (found.empty())
      return std::unexpected(Error{fmt::format("no rule, group or alias is called '{}'{}", selector,
                                               didYouMean(selector, registry.selectors()))});
    rules.insert(found.begin(), found.end());
  }
  return {};
}

std::expected<Ruleset, Error> Ruleset::make(const Registry &registry, const Selection &selection) {
  std::set<const RegisteredRule *> selected;
  std::set<const RegisteredRule *> ignored;
  if (auto result = resolve(registry, selection.select, selected); !result)
    return std::unexpected(result.error());
  if (auto result = resolve(registry, selection.ignore, ignored); !result)
    return std::unexpected(result.error());
  Ruleset ruleset;
  for (const RegisteredRule &rule : registry.rules()) {
    bool wanted = selection.select.empty() ? isRecommended(rule.spec) : selected.contains(&rule);
    if (!wanted || ignored.contains(&rule))
      continue;
    EnabledRule enabled{.spec = &rule.spec,
                        .factory = rule.factory,
                        // A rule that is off by default is on when it is asked for.
                        .severity = rule.spec.severity == Severity::Off ? Severity::Info
                                                                        : rule.spec.severity,
                        .options = {}};
    for (const auto &[name, option] : rule.spec.options)
      enabled.options.set(name, option.defaultValue);
    ruleset.enabled.push_back(std::move(enabled));
  }
  return ruleset;
}

} // namespace wikivet
