// SPDX-License-Identifier: MIT
//
// What the options of a command line say of rules.
#include "lint/config/Config.h"

#include "lint/rule/OptionReader.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <tuple>

namespace wikivet {

std::expected<void, Error> addSetting(std::string_view text, const Registry &registry,
                                      Layer &layer) {
  size_t equals = text.find('=');
  std::string_view target = trim(text.substr(0, equals));
  size_t dot = target.find('.');
  if (equals == std::string_view::npos || dot == std::string_view::npos)
    return std::unexpected(Error{fmt::format("--set takes rule.option=value, not '{}'", text)});
  std::string_view ruleName = target.substr(0, dot), option = target.substr(dot + 1);
  const RegisteredRule *rule = registry.rule(ruleName);
  if (!rule)
    return std::unexpected(Error{registry.unknownRule(ruleName)});
  RuleSetting &setting = layer.rules[rule->spec.name];
  std::string_view written = trim(text.substr(equals + 1));
  if (option == "severity") {
    setting.severity = severityFromName(written);
    setting.severityOrigin = "--set";
    if (setting.severity)
      return {};
    return std::unexpected(Error{fmt::format("'{}' is no severity", written)});
  }
  auto found = rule->spec.options.find(option);
  if (found == rule->spec.options.end()) {
    std::vector<std::string> known = {"severity"};
    for (const auto &[name, spec] : rule->spec.options)
      known.push_back(name);
    return std::unexpected(Error{fmt::format("the rule '{}' has no option '{}'{}", rule->spec.name,
                                             option, didYouMean(option, known))});
  }
  Problems problems;
  std::optional<YamlNode> yaml = readYaml(written, problems);
  auto value = yaml ? readOptionValue(found->second.type, *yaml, option, problems) : std::nullopt;
  if (!value)
    return std::unexpected(
        Error{problems.empty() ? fmt::format("'{}' has no value", option)
                               : fmt::format("--set {}: {}", target, problems.front().message)});
  setting.options.insert_or_assign(std::string(option),
                                   RuleSetting::Option{std::move(*value), "--set"});
  return {};
}

std::expected<Layer, Error> layerOf(const std::vector<std::string> &select,
                                    const std::vector<std::string> &ignore,
                                    const std::vector<std::string> &settings,
                                    const Registry &registry) {
  Layer layer;
  layer.replaces = !select.empty();
  for (auto [words, selectors, origin] : {std::tuple{&select, &layer.select, "--select"},
                                          std::tuple{&ignore, &layer.ignore, "--ignore"}})
    for (const std::string &word : *words) {
      std::vector<std::string> known = knownSelectors(word, registry);
      if (known.empty())
        return std::unexpected(Error{registry.unknownSelector(word)});
      for (std::string &selector : known)
        selectors->push_back({.text = std::move(selector), .origin = origin});
    }
  for (const std::string &setting : settings)
    if (auto added = addSetting(setting, registry, layer); !added)
      return std::unexpected(added.error());
  return layer;
}

} // namespace wikivet
