// SPDX-License-Identifier: MIT
#include "lint/rule/Registry.h"

#include "lint/rule/Embedded.h"
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleExtension.h"
#include "lint/rule/RuleLoader.h"
#include "lint/support/Glob.h"
#include "lint/support/Suggest.h"
#include "lint/support/YamlImage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace wikivet {

static const std::vector<NamedCheck> &allChecks() {
  static const std::vector<NamedCheck> checks = [] {
    std::span<const NamedCheck> native = embeddedChecks();
    std::vector<NamedCheck> result(native.begin(), native.end());
    for (const PatternCheck &check : patternChecks())
      result.push_back({.name = check.name, .factory = check.factory});
    return result;
  }();
  return checks;
}

Registry Registry::builtin() {
  Registry registry;
  for (const EmbeddedFile &rule : embeddedRules()) {
    Source source(fmt::format("rules/{}/{}", rule.folder, rule.name), "");
    Problems problems;
    registry.insert(decodeYaml(rule.image), source, std::string(rule.folder), problems);
    for (const Problem &problem : problems)
      fmt::print(stderr, "{}: {}\n", source.path(), problem.message);
    assert(problems.empty() && "a built-in rule is wrong");
  }
  for (RegisteredRule &rule : registry.entries)
    rule.isBuiltin = true;
  return registry;
}

bool Registry::add(const Source &source, std::string group, std::vector<Diagnostic> &errors) {
  Problems problems;
  std::optional<YamlNode> yaml = readYaml(source.text(), problems);
  bool good =
      yaml && problems.empty() && insert(std::move(*yaml), source, std::move(group), problems);
  auto size = static_cast<uint32_t>(source.text().size());
  for (Problem &problem : problems)
    errors.push_back({.rule = std::string(ruleFileId),
                      .severity = Severity::Error,
                      .span = {.begin = std::min(problem.span.begin, size),
                               .end = std::min(problem.span.end, size)},
                      .message = std::move(problem.message),
                      .related = {},
                      .fixes = {}});
  return good;
}

bool Registry::insert(YamlNode yaml, const Source &source, std::string group, Problems &problems) {
  const RegisteredRule *base = nullptr;
  if (const YamlNode *extends = yaml.find("extends")) {
    base = rule(extends->scalar);
    if (!base) {
      problems.push_back({extends->span, unknownRule(extends->scalar)});
      return false;
    }
    if (!extendRule(yaml, base->yaml, problems))
      return false;
    group = base->spec.group;
  }
  std::optional<RuleSpec> spec = loadRule(yaml, source, std::move(group), problems);
  if (!spec)
    return false;
  Span nameSpan = yaml.find("name")->span;
  const std::vector<NamedCheck> &checks = allChecks();
  auto check = std::ranges::find(checks, spec->check, &NamedCheck::name);
  if (check == checks.end()) {
    std::vector<std::string> names;
    names.reserve(checks.size());
    for (const NamedCheck &known : checks)
      names.emplace_back(known.name);
    problems.push_back(
        {yaml.find("check")->span,
         fmt::format("no check is called '{}'{}", spec->check, didYouMean(spec->check, names))});
    return false;
  }
  if (base && base->spec.name == spec->name)
    entries.erase(entries.begin() + (base - entries.data()));
  std::vector<std::string> names = spec->aliases;
  names.push_back(spec->name);
  for (const std::string &name : names)
    for (const RegisteredRule &other : entries)
      if (other.spec.name == name || other.spec.group == name ||
          std::ranges::find(other.spec.aliases, name) != other.spec.aliases.end()) {
        problems.push_back(
            {nameSpan, fmt::format("the name '{}' is already taken by another rule", name)});
        return false;
      }
  auto place = std::ranges::lower_bound(entries, spec->name, {},
                                        [](const RegisteredRule &rule) { return rule.spec.name; });
  entries.insert(place, {std::move(*spec), check->factory, std::move(yaml)});
  return true;
}

static bool isRecommended(const RuleSpec &spec) {
  return spec.status == RuleStatus::Stable && spec.severity != Severity::Off &&
         spec.confidence == Confidence::High;
}

/// `all`, `recommended`, or a property such as `status:preview`.
static bool fitsKeyword(std::string_view selector, const RuleSpec &spec) {
  if (selector == "all" || (selector == "recommended" && isRecommended(spec)))
    return true;
  size_t colon = selector.find(':');
  if (colon == std::string_view::npos)
    return false;
  std::string_view property = selector.substr(0, colon), value = selector.substr(colon + 1);
  return (property == "status" && value == nameOf(statusWords, spec.status)) ||
         (property == "severity" && value == severityName(spec.severity)) ||
         (property == "confidence" && value == nameOf(confidenceWords, spec.confidence)) ||
         (property == "fix" && value == nameOf(fixSafetyWords, spec.fix));
}

std::vector<const RegisteredRule *> Registry::find(std::string_view selector) const {
  std::vector<const RegisteredRule *> found;
  for (const RegisteredRule &rule : entries) {
    auto fits = [&](std::string_view name) { return matchesGlob(selector, name); };
    if (fitsKeyword(selector, rule.spec) || fits(rule.spec.name) || fits(rule.spec.group) ||
        std::ranges::any_of(rule.spec.aliases, fits) || std::ranges::any_of(rule.spec.tags, fits))
      found.push_back(&rule);
  }
  return found;
}

const RegisteredRule *Registry::rule(std::string_view name) const {
  for (const RegisteredRule &rule : entries)
    if (rule.spec.name == name ||
        std::ranges::find(rule.spec.aliases, name) != rule.spec.aliases.end())
      return &rule;
  return nullptr;
}

std::string Registry::unknownRule(std::string_view name) const {
  return fmt::format("no rule is called '{}'{}", name, didYouMean(name, selectors()));
}

std::string Registry::unknownSelector(std::string_view selector) const {
  return fmt::format("no rule, group, tag or alias is called '{}'{}", selector,
                     didYouMean(selector, selectors()));
}

std::vector<std::string> Registry::selectors() const {
  std::vector<std::string> names;
  for (const RegisteredRule &rule : entries) {
    names.push_back(rule.spec.name);
    names.push_back(rule.spec.group);
    names.insert(names.end(), rule.spec.aliases.begin(), rule.spec.aliases.end());
    names.insert(names.end(), rule.spec.tags.begin(), rule.spec.tags.end());
  }
  return names;
}

} // namespace wikivet
