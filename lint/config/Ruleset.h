// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Config.h"
#include "lint/model/Date.h"
#include "lint/model/Wiki.h"
#include "lint/rule/Registry.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace wikivet {

/// A rule that is switched on, with its options resolved, and where each choice comes from; an
/// empty origin is the rule's own default.
struct EnabledRule {
  const RuleSpec *spec;
  CheckFactory factory;
  Severity severity;
  Options options;
  std::string origin; ///< who selected it
  std::string severityOrigin;
  std::map<std::string, std::string> optionOrigins;
};

/// The rules of one run for one kind of page. Immutable; shared by all documents and threads.
class Ruleset {
public:
  /// Resolves layers, later ones counting more. `registry` must outlive the result. `today` is the
  /// day from which rules measure ages.
  Ruleset(const Registry &registry, const std::vector<const Layer *> &layers,
          std::shared_ptr<const Wiki> wiki, std::chrono::year_month_day today = currentDay());

  /// The rules that selectors stand for, for pages of any wiki.
  static Ruleset of(const Registry &registry, const std::vector<std::string> &selectors);

  /// One rule as its examples are run: for pages of the first wiki that it is for, or of any, on
  /// the first day of 2026.
  static Ruleset alone(const Registry &registry, const RuleSpec &rule);

  /// The same with one more rule.
  Ruleset with(EnabledRule rule) const;

  const std::vector<EnabledRule> &rules() const { return enabled; }
  /// The wiki whose names count.
  const Wiki &wiki() const { return *site; }
  const Registry &registry() const { return *known; }
  std::chrono::year_month_day today() const { return day; }

private:
  const Registry *known;
  std::vector<EnabledRule> enabled;
  std::shared_ptr<const Wiki> site;
  std::chrono::year_month_day day;
};

} // namespace wikivet
