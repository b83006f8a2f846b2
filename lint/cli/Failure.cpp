// SPDX-License-Identifier: MIT
#include "lint/cli/Failure.h"

#include "lint/cli/Commands.h"

#include <CLI/CLI.hpp>

namespace wikivet {

void addFailureOptions(CLI::App &command, FailureOptions &options) {
  command
      .add_option("--baseline", options.baselines,
                  "Findings to leave out: a file that 'wikivet baseline' wrote")
      ->allow_extra_args(false);
  command.add_flag("--exit-zero", options.exitZero, "Exit with 0 even if something was found");
  command
      .add_option("--fail-on", options.failOn,
                  "Lowest severity that makes the exit code 1 (warning)")
      ->check(CLI::IsMember({"info", "warning", "error"}));
}

std::optional<Baseline> readBaselines(const FailureOptions &options, const Config &config) {
  Baseline known;
  std::vector<std::string> paths = options.baselines;
  for (const std::string *path : {&config.baseline, &config.suppressions})
    if (!path->empty())
      paths.push_back(*path);
  for (const std::string &path : paths)
    if (auto result = known.read(path); !result) {
      reportFailure(result.error());
      return std::nullopt;
    }
  return known;
}

Severity thresholdOf(const FailureOptions &options, const Config &config) {
  return severityFromName(options.failOn).value_or(config.failOn.value_or(Severity::Warning));
}

} // namespace wikivet
