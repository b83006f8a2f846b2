// SPDX-License-Identifier: MIT
#include "lint/cli/Failure.h"

#include "lint/cli/Commands.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wikivet {

void addFailureOptions(CLI::App &command, FailureOptions &options) {
  command
      .add_option("--baseline", options.baselines,
                  "Findings to leave out: a file that 'wikivet baseline' wrote")
      ->allow_extra_args(false);
  command.add_flag("--exit-zero", options.exitZero, "Exit with 0 even if something was found");
  command
      .add_option("--fail-on", options.failOn,
                  "Lowest severity that makes the exit code 1 (warning), or never")
      ->check(CLI::IsMember(
          std::vector<std::string>(Threshold::names.begin(), Threshold::names.end())));
}

std::optional<Baseline> readBaselines(const FailureOptions &options, const Config &config) {
  Baseline known;
  std::vector<Selector> files;
  files.reserve(options.baselines.size() + 2);
  for (const std::string &path : options.baselines)
    files.push_back({.text = path, .origin = "--baseline"});
  for (const std::optional<Selector> &file : {config.baseline, config.suppressions})
    if (file)
      files.push_back(*file);
  for (const Selector &file : files)
    if (auto result = known.read(file.text); !result) {
      reportFailure({fmt::format("{}: {}", file.origin, result.error().message)});
      return std::nullopt;
    }
  return known;
}

Threshold thresholdOf(const FailureOptions &options, const Config &config) {
  return Threshold::fromName(options.failOn).value_or(config.failOn.value_or(Threshold()));
}

} // namespace wikivet
