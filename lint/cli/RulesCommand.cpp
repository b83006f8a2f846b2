// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Setup.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wikivet {

static void printTable(const Registry &registry) {
  for (const auto &[spec, factory, yaml] : registry.rules())
    fmt::print("{:<12} {:<24} {:<8} {:<8} {}\n", spec.group, spec.name, severityName(spec.severity),
               statusName(spec.status), spec.summary);
}

static void printJson(const Registry &registry) {
  auto list = nlohmann::ordered_json::array();
  for (const auto &[spec, factory, yaml] : registry.rules())
    list.push_back({{"id", spec.name},
                    {"group", spec.group},
                    {"severity", severityName(spec.severity)},
                    {"status", statusName(spec.status)},
                    {"aliases", spec.aliases},
                    {"summary", spec.summary}});
  fmt::print("{}\n", list.dump(2));
}

void addRulesCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("rules", "List the rules");
  auto format = std::make_shared<std::string>("table");
  auto rulePaths = std::make_shared<std::vector<std::string>>();
  command->add_option("--format", *format, "How to list them")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command->add_option("--rule-path", *rulePaths, "Rule files, or folders of them, to add");
  command->callback([&chosen, format, rulePaths] {
    chosen = [format, rulePaths] {
      std::unique_ptr<Registry> registry = loadRegistry(*rulePaths);
      if (!registry)
        return static_cast<int>(exitFailed);
      if (*format == "json")
        printJson(*registry);
      else
        printTable(*registry);
      return static_cast<int>(exitClean);
    };
  });
}

} // namespace wikivet
