// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/RuleDocs.h"
#include "lint/cli/Setup.h"
#include "lint/support/Suggest.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wikivet {

static int showRule(const std::string &name, const SetupOptions &options) {
  std::optional<Setup> setup = makeSetup(options, {});
  if (!setup)
    return exitFailed;
  std::vector<const RegisteredRule *> found = setup->registry->find(name);
  if (const RegisteredRule *rule = setup->registry->rule(name))
    found = {rule};
  for (const RegisteredRule *rule : found)
    fmt::print("{}\n", ruleDocs(*setup->registry, rule->spec));
  if (!found.empty())
    return exitClean;
  return reportFailure({setup->registry->unknownRule(name)});
}

void addRuleCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("rule", "Explain a rule");
  auto name = std::make_shared<std::string>();
  auto options = std::make_shared<SetupOptions>();
  command->add_option("rule", *name, "Id or alias of the rule, or a pattern")->required();
  addSetupOptions(*command, *options);
  command->callback(
      [&chosen, name, options] { chosen = [name, options] { return showRule(*name, *options); }; });
}

} // namespace wikivet
