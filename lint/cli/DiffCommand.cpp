// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Failure.h"
#include "lint/cli/GitPages.h"
#include "lint/cli/NamedRevision.h"
#include "lint/cli/Reports.h"
#include "lint/cli/Setup.h"
#include "lint/engine/Session.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wikivet {

namespace {

struct DiffOptions {
  SetupOptions setup;
  ReportOptions report;
  GitOptions git;
  FailureOptions failure;
  std::vector<std::string> paths;
  std::vector<std::string> shown = {"introduced"};
  bool changedLines = false;
};

/// OLD and NEW as two revisions of one page, which has the newer one's path and, if it has none,
/// the older one's title. Says on standard error what is wrong; nothing then.
std::optional<PageRevisions> readBoth(const std::vector<std::string> &names) {
  if (names.size() != 2) {
    reportFailure({"two revisions are to be compared: OLD NEW, or --since REV or --staged"});
    return std::nullopt;
  }
  auto before = readNamedRevision(names[0]), after = readNamedRevision(names[1]);
  for (const auto *revision : {&before, &after})
    if (!*revision) {
      reportFailure(revision->error());
      return std::nullopt;
    }
  auto preferred = [](const std::string &first, const std::string &second) {
    return first.empty() ? second : first;
  };
  std::string title = preferred((*after)->title(), (*before)->title());
  std::string wiki = preferred((*after)->wiki(), (*before)->wiki());
  auto sameButFor = [&](const Source &page) {
    return std::make_unique<Source>((*after)->path(), std::string(page.text()), title, wiki);
  };
  return PageRevisions{.before = sameButFor(**before),
                       .after = sameButFor(**after),
                       .beforeName = names[0] == "-" ? (*before)->path() : names[0]};
}

/// Counts, filters and reports what comparePages() finds.
class ChangeReport {
public:
  ChangeReport(const DiffOptions &options, const Baseline &known, Severity threshold,
               Reports &reports)
      : options(&options), known(&known), threshold(threshold), reports(&reports) {}

  void page(const PageRevisions &page, FindingChanges &changes) {
    for (auto *findings : {&changes.introduced, &changes.persisting, &changes.fixed})
      std::erase_if(*findings, [&](const Diagnostic &finding) {
        return known->contains(finding.fingerprint);
      });
    if (options->changedLines)
      keepChangedLines(*page.before, *page.after, changes);
    introduced += changes.introduced.size();
    persisting += changes.persisting.size();
    fixed += changes.fixed.size();
    fails = fails || std::ranges::any_of(changes.introduced, [&](const Diagnostic &finding) {
              return finding.severity >= threshold;
            });
    if (!isShown("introduced"))
      changes.introduced.clear();
    reports->page(*page.after, changes.introduced, Change::Introduced);
    if (isShown("persisting") && !changes.persisting.empty())
      reports->page(*page.after, changes.persisting, Change::Persisting);
    if (isShown("fixed") && !changes.fixed.empty()) {
      // Those are places of the older revision.
      Source older(page.beforeName, std::string(page.before->text()), page.before->title());
      reports->page(older, changes.fixed, Change::Fixed);
    }
  }

  bool hasFailing() const { return fails; }
  void printTotals() const {
    fmt::print(stderr, "{} introduced, {} fixed, {} persisting\n", introduced, fixed, persisting);
  }

private:
  bool isShown(std::string_view change) const {
    return std::ranges::find(options->shown, change) != options->shown.end() ||
           std::ranges::find(options->shown, "all") != options->shown.end();
  }

  const DiffOptions *options;
  const Baseline *known;
  Severity threshold;
  Reports *reports;
  size_t introduced = 0, persisting = 0, fixed = 0;
  bool fails = false;
};

int diff(const DiffOptions &options) {
  // The configuration is that of the page as it is now.
  std::vector<std::string> forConfig = options.paths;
  if (!options.git.isGiven() && forConfig.size() == 2)
    forConfig.erase(forConfig.begin());
  std::optional<Setup> setup = makeSetup(options.setup, forConfig);
  if (!setup)
    return exitFailed;
  std::optional<Baseline> known = readBaselines(options.failure, setup->rules->config());
  Severity threshold = thresholdOf(options.failure, setup->rules->config());
  if (!known)
    return exitFailed;
  std::optional<GitPages> pages;
  std::optional<PageRevisions> both;
  if (options.git.isGiven())
    pages = GitPages::open(options.git, options.paths);
  else
    both = readBoth(options.paths);
  if (!pages && !both)
    return exitFailed;
  std::optional<Reports> reports = Reports::open(options.report, *setup->registry, threshold);
  if (!reports)
    return exitFailed;
  ChangeReport report(options, *known, threshold, *reports);
  reports->begin();
  comparePages(
      [&] { return pages ? pages->nextRevisions() : std::exchange(both, std::nullopt); },
      *setup->rules,
      [&](const PageRevisions &page, FindingChanges &changes) { report.page(page, changes); });
  bool written = reports->end();
  report.printTotals();
  if ((pages && pages->failed()) || !written)
    return exitFailed;
  return report.hasFailing() && !options.failure.exitZero ? exitFindings : exitClean;
}

} // namespace

void addDiffCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand(
      "diff", "Report what an edit broke: what is wrong in the newer revision of a page and was "
              "not in the older one");
  auto options = std::make_shared<DiffOptions>();
  command->add_option("paths", options->paths,
                      "OLD and NEW: files, - for standard input, REV:PATH in git, or FILE#ID in an "
                      "XML export. With --since or --staged: files and folders to look at (all)");
  addGitOptions(*command, options->git);
  command->add_flag("--changed-lines", options->changedLines,
                    "Leave out findings that touch no line that was changed");
  command
      ->add_option("--show", options->shown,
                   "Which findings to report; the exit code tells of introduced ones alone")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"introduced", "persisting", "fixed", "all"}))
      ->capture_default_str();
  addSetupOptions(*command, options->setup);
  addReportOptions(*command, options->report);
  addFailureOptions(*command, options->failure);
  command->callback([&chosen, options] { chosen = [options] { return diff(*options); }; });
}

} // namespace wikivet
