// SPDX-License-Identifier: MIT
#include "lint/cli/CacheFolder.h"
#include "lint/cli/Commands.h"
#include "lint/cli/Failure.h"
#include "lint/cli/GitPages.h"
#include "lint/cli/PageQueue.h"
#include "lint/cli/Reports.h"
#include "lint/cli/Setup.h"
#include "lint/engine/Session.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

struct CheckOptions {
  SetupOptions setup;
  std::vector<std::string> paths;
  GitOptions git;
  FailureOptions failure;
  bool timings = false;
  bool noCache = false;
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
  if (options.paths.empty() && !options.git.isGiven())
    return reportFailure({"nothing to check: name files or folders, - for standard input, or give "
                          "--since REV or --staged"});
  std::optional<Setup> setup = makeSetup(options.setup, options.paths);
  if (!setup)
    return exitFailed;
  std::optional<Baseline> known = readBaselines(options.failure, setup->rules->config());
  Severity threshold = thresholdOf(options.failure, setup->rules->config());
  if (!known)
    return exitFailed;
  std::optional<GitPages> changed;
  if (options.git.isGiven() && !(changed = GitPages::open(options.git, options.paths)))
    return exitFailed;
  PageQueue pages(changed ? std::vector<std::string>() : options.paths);
  std::optional<Reports> reports = Reports::open(options.report, *setup->registry, threshold);
  if (!reports)
    return exitFailed;
  RuleTimes times;
  bool found = false;
  reports->begin();
  auto next = [&] { return changed ? changed->next() : pages.next(); };
  auto handle = [&](const Source &source, std::vector<Diagnostic> &diagnostics) {
    std::erase_if(diagnostics, [&](const Diagnostic &diagnostic) {
      return known->contains(diagnostic.fingerprint);
    });
    for (const Diagnostic &diagnostic : diagnostics)
      found = found || diagnostic.severity >= threshold;
    reports->page(source, diagnostics);
  };
  std::unique_ptr<Cache> cache = options.noCache ? nullptr : openCache(*setup);
  if (options.timings)
    lintPages(next, *setup->rules, handle, times);
  else
    lintPages(next, *setup->rules, handle, cache.get());
  bool written = reports->end();
  printTimes(times);
  if (pages.failed() || (changed && changed->failed()) || !written)
    return exitFailed;
  return found && !options.failure.exitZero ? exitFindings : exitClean;
}

} // namespace

void addCheckCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("check", "Report what is wrong in pages");
  auto options = std::make_shared<CheckOptions>();
  command->add_option(
      "paths", options->paths,
      "Files in wikitext, XML exports, folders of them, or - for standard input; with --since "
      "or --staged those to look at (all)");
  addGitOptions(*command, options->git);
  addSetupOptions(*command, options->setup);
  addReportOptions(*command, options->report);
  addFailureOptions(*command, options->failure);
  command->add_flag("--timings", options->timings,
                    "Print the time that each rule took, on standard error");
  command->add_flag("--no-cache", options->noCache,
                    "Lint pages even if the cache knows what was found in them before");
  command->callback([&chosen, options] { chosen = [options] { return check(*options); }; });
}

} // namespace wikivet
