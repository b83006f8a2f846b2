// SPDX-License-Identifier: MIT
#include "lint/config/Ruleset.h"

#include "lint/config/Wikis.h"

namespace wikivet {

namespace {

/// What the layers say of one rule, the later the more.
struct Choice {
  bool selected = false;
  std::string origin;
  std::optional<Severity> severity;
  std::string severityOrigin;
};

using Choices = std::map<const RegisteredRule *, Choice>;

void applyLayer(const Registry &registry, const Layer &layer, Choices &choices) {
  if (layer.replaces)
    for (auto &[rule, choice] : choices)
      choice.selected = false;
  for (const Selector &selector : layer.select)
    for (const RegisteredRule *rule : registry.find(selector.text)) {
      choices[rule].selected = true;
      choices[rule].origin = selector.origin;
    }
  for (const auto &[name, setting] : layer.rules) {
    if (!setting.severity)
      continue;
    Choice &choice = choices[registry.rule(name)];
    choice.severity = setting.severity;
    choice.severityOrigin = setting.severityOrigin;
    // Who gives a rule a severity wants it; `off` is the opposite.
    if (*setting.severity != Severity::Off && !choice.selected)
      choice.origin = setting.severityOrigin;
    choice.selected = *setting.severity != Severity::Off;
  }
  for (const Selector &selector : layer.ignore)
    for (const RegisteredRule *rule : registry.find(selector.text))
      choices[rule].selected = false;
}

} // namespace

Ruleset Ruleset::of(const Registry &registry, const std::vector<std::string> &selectors) {
  Layer layer;
  for (const std::string &selector : selectors)
    layer.select.push_back({.text = selector, .origin = {}});
  return {registry, {&layer}, anyWiki()};
}

Ruleset Ruleset::alone(const Registry &registry, const RuleSpec &rule) {
  Layer layer;
  layer.select.push_back({.text = rule.name, .origin = {}});
  std::shared_ptr<const Wiki> wiki = anyWiki();
  if (!rule.wikis.empty()) {
    if (auto known = findWiki(rule.wikis.front())) {
      wiki = *known;
    } else {
      auto named = std::make_shared<Wiki>(*wiki);
      named->id = rule.wikis.front();
      wiki = std::move(named);
    }
  }
  return {registry, {&layer}, std::move(wiki), calendarDay(2026, 1, 1)};
}

Ruleset Ruleset::with(EnabledRule rule) const {
  Ruleset copy = *this;
  copy.enabled.push_back(std::move(rule));
  return copy;
}

Ruleset::Ruleset(const Registry &registry, const std::vector<const Layer *> &layers,
                 std::shared_ptr<const Wiki> wiki, std::chrono::year_month_day today)
    : known(&registry), site(std::move(wiki)), day(today) {
  Choices choices;
  for (const Layer *layer : layers)
    applyLayer(registry, *layer, choices);
  for (const RegisteredRule &rule : registry.rules()) {
    auto found = choices.find(&rule);
    if (found == choices.end() || !found->second.selected)
      continue;
    const Choice &choice = found->second;
    EnabledRule entry{.spec = &rule.spec,
                      .factory = rule.factory,
                      .severity = choice.severity.value_or(rule.spec.severity),
                      .options = {},
                      .origin = choice.origin,
                      .severityOrigin = choice.severityOrigin,
                      .optionOrigins = {}};
    // A rule that is off by default is on when it is asked for.
    if (entry.severity == Severity::Off)
      entry.severity = Severity::Info;
    for (const auto &[name, option] : rule.spec.options)
      entry.options.set(name, option.defaultValue);
    for (const Layer *layer : layers) {
      auto setting = layer->rules.find(rule.spec.name);
      if (setting == layer->rules.end())
        continue;
      for (const auto &[name, option] : setting->second.options) {
        entry.options.set(name, option.value);
        entry.optionOrigins[name] = option.origin;
      }
    }
    enabled.push_back(std::move(entry));
  }
}

} // namespace wikivet
