// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Config.h"
#include "lint/engine/Baseline.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
} // namespace CLI

namespace wikivet {

/// The options that say which findings make the exit code 1.
struct FailureOptions {
  std::vector<std::string> baselines;
  std::string failOn; ///< empty: what the configuration says
  bool exitZero = false;
};

void addFailureOptions(CLI::App &command, FailureOptions &options);

/// The findings that are to be left out, of the options and the configuration. Says on standard
/// error what can't be read; nothing then.
std::optional<Baseline> readBaselines(const FailureOptions &options, const Config &config);

/// From which severity on a finding counts.
Threshold thresholdOf(const FailureOptions &options, const Config &config);

} // namespace wikivet
