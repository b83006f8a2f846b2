// SPDX-License-Identifier: MIT
#include "lint/cli/CacheFolder.h"
#include "lint/cli/Commands.h"
#include "lint/cli/Failure.h"
#include "lint/cli/GitPages.h"
#include "lint/cli/PageOptions.h"
#include "lint/cli/PageQueue.h"
#include "lint/cli/Reports.h"
#include "lint/cli/Setup.h"
#include "lint/cli/WikiPages.h"
#include "lint/engine/Session.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

struct CheckOptions {
  SetupOptions setup;
  std::vector<std::string> paths;
  PageOptions pages;
  GitOptions git;
  WikiPageOptions wiki;
  FailureOptions failure;
  bool timings = false;
  bool noCache = false;
  ReportOptions report;
};

/// On standard error, the slowest rule first.
void printTimings(const RuleStatistics &statistics) {
  std::vector<std::pair<std::string, RuleWork>> sorted(statistics.begin(), statistics.end());
  std::ranges::sort(sorted, std::greater(), [](const auto &entry) { return entry.second.time; });
  for (const auto &[rule, work] : sorted)
    fmt::print(stderr, "{:>10.3f} ms  {}{}\n",
               std::chrono::duration<double, std::milli>(work.time).count(), rule,
               work.comparisons > 0 ? fmt::format("  {} comparisons", work.comparisons) : "");
}

int check(const CheckOptions &options) {
  if (options.paths.empty() && !options.git.isGiven() && !options.wiki.isGiven())
    return reportFailure({"nothing to check: name files or folders, - for standard input, or give "
                          "--since REV, --staged or --wiki-url URL"});
  if (options.wiki.isGiven() && (!options.paths.empty() || options.git.isGiven()))
    return reportFailure({"--wiki-url: pages come from a wiki or from files, not from both"});
  std::optional<Setup> setup = makeSetup(options.setup, options.paths);
  if (!setup)
    return exitFailed;
  std::optional<Baseline> known = readBaselines(options.failure, setup->rules->config());
  Threshold threshold = thresholdOf(options.failure, setup->rules->config());
  if (!known)
    return exitFailed;
  std::optional<GitPages> changed;
  if (options.git.isGiven() && !(changed = GitPages::open(options.git, options.paths)))
    return exitFailed;
  std::optional<WikiPages> online;
  if (options.wiki.isGiven()) {
    auto namespaces = options.pages.namespaceNumbers();
    if (!namespaces)
      return reportFailure({"--namespace: with --wiki-url, numbers are expected"});
    WikiPageOptions wiki = options.wiki;
    wiki.selection.namespaces = std::move(*namespaces);
    if (!(online = WikiPages::open(wiki)))
      return exitFailed;
  }
  std::optional<Reports> reports = Reports::open(
      options.report, changed ? changed->paths() : options.paths, *setup->registry, threshold);
  if (!reports)
    return exitFailed;
  if (!options.pages.resume.empty() && !reports->canBeContinued())
    return reportFailure({"--resume: the reports of the runs must fit behind one another: choose "
                          "jsonl, concise or full on standard output, without --statistics"});
  PageQueue pages(changed ? std::vector<std::string>() : options.paths, options.pages,
                  !reports->usesTerminal());
  RuleStatistics statistics;
  bool found = false;
  reports->begin();
  auto next = [&] {
    if (online)
      return online->next();
    return changed ? changed->next() : pages.next();
  };
  auto handle = [&](const Source &source, std::vector<Diagnostic> &diagnostics) {
    std::erase_if(diagnostics, [&](const Diagnostic &diagnostic) {
      return known->contains(diagnostic.fingerprint);
    });
    for (const Diagnostic &diagnostic : diagnostics)
      found = found || threshold.isReachedBy(diagnostic.severity);
    reports->page(source, diagnostics);
    pages.finish();
  };
  std::unique_ptr<Cache> cache = options.noCache ? nullptr : openCache(*setup);
  if (options.timings)
    lintPages(next, *setup->rules, handle, statistics);
  else
    lintPages(next, *setup->rules, handle, cache.get());
  bool written = reports->end();
  pages.end(written);
  printTimings(statistics);
  if (pages.failed() || (changed && changed->failed()) || (online && online->failed()) || !written)
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
  addPageOptions(*command, options->pages);
  addWikiPageOptions(*command, options->wiki);
  for (const char *source : {"--wiki-url", "--since", "--staged"})
    excludePageOptions(*command, source);
  for (const char *source : {"--since", "--staged"})
    command->get_option("--namespace")->excludes(std::string(source));
  addSetupOptions(*command, options->setup);
  addReportOptions(*command, options->report);
  addFailureOptions(*command, options->failure);
  command->add_flag(
      "--timings", options->timings,
      "Print the time that each rule took and how much it compared, on standard error");
  command->add_flag("--no-cache", options->noCache,
                    "Lint pages even if the cache knows what was found in them before");
  command->callback([&chosen, options] { chosen = [options] { return check(*options); }; });
}

} // namespace wikivet
