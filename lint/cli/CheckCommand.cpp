// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/PageQueue.h"
#include "lint/cli/Reports.h"
#include "lint/cli/Setup.h"
#include "lint/engine/Baseline.h"
#include "lint/engine/Session.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

struct CheckOptions {
  SetupOptions setup;
  std::vector<std::string> paths;
  std::vector<std::string> baselines;
  bool exitZero = false;
  bool timings = false;
  std::string failOn;
  ReportOptions report;
};

/// On standard error, the slowest rule first.
void printTimes(const RuleTimes &times) {
  using Entry = std::pair<std::chrono::nanoseconds, std::string>;
  std::vector<Entry> sorted;
  for (const auto &[rule, time] : times)
    sorted.emplace_back(time, rule);
  std::ranges::sort(sorted, std::greater());
  for (const auto &[time, rule] : sorted)
    fmt::print(stderr, "{:>10.3f} ms  {}\n",
               std::chrono::duration<double, std::milli>(time).count(), rule);
}

int check(const CheckOptions &options) {
  std::optional<Setup> setup = makeSetup(options.setup, options.paths);
  if (!setup)
    return exitFailed;
  const Config &config = setup->rules->config();
  Baseline known;
  std::vector<std::string> baselines = options.baselines;
  for (const std::string *path : {&config.baseline, &config.suppressions})
    if (!path->empty())
      baselines.push_back(*path);
  for (const std::string &path : baselines)
    if (auto result = known.read(path); !result)
      return reportFailure(result.error());
  PageQueue pages(options.paths);
  Severity threshold =
      severityFromName(options.failOn).value_or(config.failOn.value_or(Severity::Warning));
  std::optional<Reports> reports = Reports::open(options.report, *setup->registry, threshold);
  if (!reports)
    return exitFailed;
  RuleTimes times;
  bool found = false;
  reports->begin();
  lintPages([&] { return pages.next(); }, *setup->rules,
            [&](const Source &source, std::vector<Diagnostic> &diagnostics) {
              std::erase_if(diagnostics, [&](const Diagnostic &diagnostic) {
                return known.contains(diagnostic.fingerprint);
              });
              for (const Diagnostic &diagnostic : diagnostics)
                found = found || diagnostic.severity >= threshold;
              reports->page(source, diagnostics);
            },
            options.timings ? &times : nullptr);
  bool written = reports->end();
  printTimes(times);
  if (pages.failed() || !written)
    return exitFailed;
  return found && !options.exitZero ? exitFindings : exitClean;
}

} // namespace

void addCheckCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("check", "Report what is wrong in pages");
  auto options = std::make_shared<CheckOptions>();
  command
      ->add_option("paths", options->paths,
                   "Files in wikitext, XML exports, folders of them, or - for standard input")
      ->required();
  addSetupOptions(*command, options->setup);
  addReportOptions(*command, options->report);
  command
      ->add_option("--baseline", options->baselines,
                   "Findings to leave out: a file that 'wikivet baseline' wrote")
      ->allow_extra_args(false);
  command->add_flag("--timings", options->timings,
                    "Print the time that each rule took, on standard error");
  command->add_flag("--exit-zero", options->exitZero, "Exit with 0 even if something was found");
  command
      ->add_option("--fail-on", options->failOn,
                   "Lowest severity that makes the exit code 1 (warning)")
      ->check(CLI::IsMember({"info", "warning", "error"}));
  command->callback([&chosen, options] { chosen = [options] { return check(*options); }; });
}

} // namespace wikivet
