// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/PageRules.h"
#include "lint/rule/Registry.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
} // namespace CLI

namespace wikivet {

/// The options by which every subcommand that lints finds its rules.
struct SetupOptions {
  std::string config;
  bool isolated = false;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::string> settings;
  std::vector<std::string> rulePaths;
  std::string wiki;
};

/// What a run works with. The registry must live as long as the rules.
struct Setup {
  std::unique_ptr<Registry> registry;
  std::unique_ptr<PageRules> rules;
  std::string configPath;             ///< empty: none was found
  std::vector<std::string> rulePaths; ///< files and folders of rules that were read
};

void addSetupOptions(CLI::App &command, SetupOptions &options);

/// Reads the configuration that is nearest to the first path (a file or folder; `-` stands for the
/// working folder), the rule files and the options. Says on standard error what is wrong; nothing
/// then.
std::optional<Setup> makeSetup(const SetupOptions &options, const std::vector<std::string> &paths);

/// The rule files that are meant by files and folders of them.
std::vector<std::string> ruleFilesOf(const std::vector<std::string> &rulePaths);

/// The built-in rules and those of files and folders of them. Says on standard error what is wrong;
/// null then.
std::unique_ptr<Registry> loadRegistry(const std::vector<std::string> &rulePaths);

} // namespace wikivet
