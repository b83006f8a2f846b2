// SPDX-License-Identifier: MIT
#include "lint/cli/Setup.h"

#include "lint/cli/Commands.h"
#include "lint/diag/render/Renderer.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace wikivet {

namespace fs = std::filesystem;

static void printProblems(const SetupProblems &problems) {
  auto toStderr = [](std::string_view text) { fmt::print(stderr, "{}", text); };
  for (const SetupProblem &problem : problems) {
    if (problem.source)
      makeRenderer("concise", {.showAll = true}, toStderr)->page(*problem.source, problem.findings);
    else
      reportFailure(problem.error);
  }
}

std::unique_ptr<Registry> loadRegistry(const std::vector<std::string> &rulePaths) {
  auto registry = readRegistry(rulePaths);
  if (registry)
    return std::move(*registry);
  printProblems(registry.error());
  return nullptr;
}

void addSetupOptions(CLI::App &command, SetupOptions &options) {
  auto *config = command.add_option("--config", options.config,
                                    "Configuration file instead of the nearest .wikivet.yaml");
  command.add_flag("--isolated", options.isolated, "Read no configuration file")->excludes(config);
  command
      .add_option("--select", options.select,
                  "Rules, groups, tags, aliases or patterns of them to run, and no others")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--ignore", options.ignore, "Rules, groups, tags or aliases not to run")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--set", options.settings, "An option: rule.option=value (YAML)")
      ->allow_extra_args(false);
  command.add_option("--rule-path", options.rulePaths, "Rule files, or folders of them, to add")
      ->allow_extra_args(false);
  command.add_option("--wiki", options.wiki,
                     "The pages' wiki: an id (enwiki), a language, or a data file (.yaml)");
}

static fs::path startFolder(const std::vector<std::string> &paths) {
  std::error_code error;
  if (paths.empty() || paths.front() == "-")
    return fs::current_path(error);
  fs::path first = paths.front();
  return fs::is_directory(first, error) ? first : fs::absolute(first, error).parent_path();
}

std::optional<Setup> makeSetup(const SetupOptions &options, const std::vector<std::string> &paths) {
  auto setup = readSetup(options, startFolder(paths));
  if (setup)
    return std::move(*setup);
  printProblems(setup.error());
  return std::nullopt;
}

} // namespace wikivet
