// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/PageRules.h"
#include "lint/rule/Registry.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace wikivet {

/// The choices by which whatever lints pages finds its rules.
struct SetupOptions {
  std::string config; ///< path of a configuration; empty: the nearest
  bool isolated = false;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::string> settings; ///< each `rule.option=value`
  std::vector<std::string> rulePaths;
  std::string wiki;
};

/// What pages are linted with. The registry must live as long as the rules.
struct Setup {
  std::unique_ptr<Registry> registry;
  std::unique_ptr<PageRules> rules;
  std::string configPath;             ///< empty: none was found
  std::vector<std::string> rulePaths; ///< files and folders of rules that were read
};

/// Why there is no setup: findings in a configuration or a rule file, or a message without a place.
struct SetupProblem {
  std::shared_ptr<const Source> source; ///< null: there is no place
  std::vector<Diagnostic> findings;     ///< in `source`
  Error error;                          ///< if there is no source
};
using SetupProblems = std::vector<SetupProblem>;

/// Path of the configuration for pages in a folder: the one that is asked for, else the nearest in
/// the folder or above it; empty if there is none.
std::string configPathFor(const SetupOptions &options, const std::filesystem::path &folder);

/// Reads the configuration for pages in a folder, the rule files and the options.
std::expected<Setup, SetupProblems> readSetup(const SetupOptions &options,
                                              const std::filesystem::path &folder);

/// The rule files that are meant by files and folders of them.
std::vector<std::string> ruleFilesOf(const std::vector<std::string> &rulePaths);

/// The built-in rules and those of files and folders of them.
std::expected<std::unique_ptr<Registry>, SetupProblems>
readRegistry(const std::vector<std::string> &rulePaths);

} // namespace wikivet
