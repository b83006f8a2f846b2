// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/RuleDocs.h"
#include "lint/cli/Setup.h"
#include "lint/engine/RuleList.h"
#include "lint/support/AtomicFile.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace wikivet {

static void printTable(const Registry &registry) {
  for (const RegisteredRule &rule : registry.rules()) {
    const RuleSpec &spec = rule.spec;
    fmt::print("{:<12} {:<24} {:<8} {:<8} {}\n", spec.group, spec.name, severityName(spec.severity),
               nameOf(statusWords, spec.status), spec.summary);
  }
}

/// Writes the index to rules/README.md and a page a rule to docs/rules below a folder.
static int writeDocs(const Registry &registry, const std::string &root) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path pages = fs::path(root) / "docs/rules";
  fs::create_directories(pages, error);
  fs::create_directories(fs::path(root) / "rules", error);
  bool good = !error;
  auto write = [&](const fs::path &path, const std::string &text) {
    auto result = writeAtomically(path.string(), text);
    if (!result)
      reportFailure(result.error());
    good = good && result;
  };
  write(fs::path(root) / "rules/README.md", rulesIndex(registry, "../docs/rules"));
  for (const RegisteredRule &rule : registry.rules())
    write(pages / (rule.spec.name + ".md"), ruleDocs(registry, rule.spec));
  return good ? exitClean : exitFailed;
}

void addRulesCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("rules", "List the rules");
  struct RulesOptions {
    std::string format = "table";
    std::vector<std::string> rulePaths;
    std::string docs;
  };
  auto options = std::make_shared<RulesOptions>();
  command->add_option("--format", options->format, "How to list them")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command->add_option("--rule-path", options->rulePaths, "Rule files, or folders of them, to add")
      ->allow_extra_args(false);
  command->add_option("--write-docs", options->docs,
                      "Write rules/README.md and docs/rules/ below this folder instead");
  command->callback([&chosen, options] {
    chosen = [options] {
      std::unique_ptr<Registry> registry = loadRegistry(options->rulePaths);
      if (!registry)
        return static_cast<int>(exitFailed);
      if (!options->docs.empty())
        return writeDocs(*registry, options->docs);
      if (options->format == "json")
        fmt::print("{}\n", ruleListJson(*registry).dump(2));
      else
        printTable(*registry);
      return static_cast<int>(exitClean);
    };
  });
}

} // namespace wikivet
