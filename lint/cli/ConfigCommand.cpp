// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/ConfigSchema.h"
#include "lint/cli/Setup.h"
#include "lint/model/CitationDate.h"
#include "lint/rule/OptionReader.h"
#include "lint/support/AtomicFile.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace wikivet {

namespace {

std::string because(const std::string &origin) {
  return origin.empty() ? "" : fmt::format("  # {}", origin);
}

/// The rules of a page as a configuration would write them, with where each choice comes from.
int show(const SetupOptions &options, const std::string &path) {
  std::vector<std::string> paths;
  if (!path.empty())
    paths.push_back(path);
  std::optional<Setup> setup = makeSetup(options, paths);
  if (!setup)
    return exitFailed;
  Source page(path, "");
  const Ruleset &ruleset = setup->rules->of(page);
  const Config &config = setup->rules->config();
  fmt::print("# configuration: {}\n", setup->configPath.empty() ? "none" : setup->configPath);
  const Wiki &wiki = ruleset.wiki();
  fmt::print("wiki: {}{}\n", wiki.id.empty() ? "any" : wiki.id,
             because(config.wiki ? config.wiki->origin : ""));
  fmt::print("fail-on: {}\n", config.failOn.value_or(Threshold()).name());
  if (config.today)
    fmt::print("today: \"{}\"\n", isoDate(*config.today));
  fmt::print("rules:{}\n", ruleset.rules().empty() ? " {}" : "");
  for (const EnabledRule &rule : ruleset.rules()) {
    fmt::print("  {}:{}\n    severity: {}{}\n", rule.spec->name, because(rule.origin),
               severityName(rule.severity), because(rule.severityOrigin));
    if (rule.optionOrigins.empty())
      continue;
    fmt::print("    options:\n");
    for (const auto &[name, origin] : rule.optionOrigins)
      fmt::print("      {}: {}{}\n", name, printOptionValue(rule.options.all().find(name)->second),
                 because(origin));
  }
  return exitClean;
}

constexpr std::string_view starter =
    R"(# Configuration of wikivet. The nearest file of this name above a page counts.
# `wikivet config show PAGE` says what comes of it, `wikivet rules` what there is.

# What to start from: recommended, strict, all, wikipedia-en, or another file.
extends: [recommended]

# The wiki that the pages belong to: names of templates and namespaces differ. Without it, an
# export's own, or all that are known.
# wiki: enwiki

# Rules, groups, tags or other tools' names (checkwiki-81) to add and to leave out. `*` is anything.
# select: [accessibility, "status:preview"]
# ignore: [links, checkwiki-2]

# Severity (off, info, warning, error) and options of single rules.
# rules:
#   dead-link-tag: info
#   empty-date-cell:
#     severity: error
#     options:
#       date-columns: [Founded]

# Other choices for some pages: by paths of files; pages of exports and wikis also have titles.
# overrides:
#   - paths: ["List of *"]
#     ignore: [contradictory-count]

# Rules of your own: files, or folders of them, that are there.
# rule-paths: [my-rules]

# The lowest severity that makes `wikivet check` exit with 1: info, warning, error or never.
# fail-on: warning

# Findings that are known: a file that `wikivet baseline create` writes.
# baseline: .wikivet-baseline.json
)";

int init() {
  const std::string path = ".wikivet.yaml";
  if (std::filesystem::exists(path)) {
    return reportFailure({fmt::format("{} is already there", path)});
  }
  if (auto result = writeAtomically(path, starter); !result)
    return reportFailure(result.error());
  fmt::print("wrote {}\n", path);
  return exitClean;
}

} // namespace

void addConfigCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("config", "Look at the configuration");
  command->require_subcommand(1);
  CLI::App *showCommand = command->add_subcommand(
      "show", "Print the configuration that counts for a page, and where each value comes from");
  auto options = std::make_shared<SetupOptions>();
  auto path = std::make_shared<std::string>();
  showCommand->add_option("page", *path, "A file; the working folder without one");
  addSetupOptions(*showCommand, *options);
  showCommand->callback(
      [&chosen, options, path] { chosen = [options, path] { return show(*options, *path); }; });
  CLI::App *schema =
      command->add_subcommand("schema", "Print the JSON schema of configuration files");
  auto schemaOptions = std::make_shared<std::vector<std::string>>();
  schema->add_option("--rule-path", *schemaOptions, "Rule files, or folders of them, to add")
      ->allow_extra_args(false);
  schema->callback([&chosen, schemaOptions] {
    chosen = [schemaOptions] {
      std::unique_ptr<Registry> registry = loadRegistry(*schemaOptions);
      if (!registry)
        return static_cast<int>(exitFailed);
      fmt::print("{}\n", configSchema(*registry));
      return static_cast<int>(exitClean);
    };
  });
}

void addInitCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("init", "Write a commented .wikivet.yaml to start from");
  command->callback([&chosen] { chosen = init; });
}

} // namespace wikivet
