// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Setup.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
} // namespace CLI

namespace wikivet {

void addSetupOptions(CLI::App &command, SetupOptions &options);

/// Reads the configuration that is nearest to the first path (a file or folder; `-` stands for the
/// working folder), the rule files and the options. Says on standard error what is wrong; nothing
/// then.
std::optional<Setup> makeSetup(const SetupOptions &options, const std::vector<std::string> &paths);

/// The built-in rules and those of files and folders of them. Says on standard error what is wrong;
/// null then.
std::unique_ptr<Registry> loadRegistry(const std::vector<std::string> &rulePaths);

} // namespace wikivet
