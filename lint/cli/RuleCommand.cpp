// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Setup.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wikivet {

static void printRule(const RuleSpec &spec) {
  fmt::print("{} ({}, {})\n\n{}\n\n{}\n", spec.name, spec.group, severityName(spec.severity),
             spec.summary, trim(spec.docs));
  if (!spec.options.empty())
    fmt::print("\nOptions:\n");
  for (const auto &[name, option] : spec.options)
    fmt::print("  {}: {}\n", name, option.docs);
  fmt::print("\nExamples:\n");
  for (const Example &example : spec.examples)
    fmt::print("  {}: {}\n", example.bad ? "bad " : "good", trim(example.text));
}

static int showRule(const std::string &name) {
  std::unique_ptr<Registry> registry = loadRegistry({});
  if (!registry)
    return exitFailed;
  std::vector<const RegisteredRule *> found = registry->find(name);
  for (const RegisteredRule *rule : found)
    printRule(rule->spec);
  if (!found.empty())
    return exitClean;
  fmt::print(stderr, "wikivet: no rule is called '{}'{}\n", name,
             didYouMean(name, registry->selectors()));
  return exitFailed;
}

void addRuleCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("rule", "Explain a rule");
  auto name = std::make_shared<std::string>();
  command->add_option("rule", *name, "Id or alias of the rule")->required();
  command->callback([&chosen, name] { chosen = [name] { return showRule(*name); }; });
}

} // namespace wikivet
