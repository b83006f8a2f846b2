// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Failure.h"
#include "lint/cli/GitPages.h"
#include "lint/cli/NamedRevision.h"
#include "lint/cli/Reports.h"
#include "lint/cli/Setup.h"
#include "lint/cli/WikiPages.h"
#include "lint/engine/Session.h"
#include "lint/support/Text.h"

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
  WikiPageOptions wiki;
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
  if (names[0] == "-" && names[1] == "-") {
    reportFailure({"standard input is one revision: name a file as the other"});
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

/// The pages of a wiki that the options ask for: OLD and NEW, which are numbers of revisions then,
/// or the others with the revision before each. Says on standard error what is wrong; nothing then.
std::optional<WikiPages> openWiki(const DiffOptions &options) {
  WikiPageOptions wiki = options.wiki;
  wiki.selection.withParents = options.paths.empty();
  if (options.paths.empty())
    return WikiPages::open(wiki);
  auto isNumber = [](const std::string &text) {
    return text.size() < 19 && std::ranges::all_of(text, isDigit) && std::stoull("0" + text) > 0;
  };
  if (options.paths.size() != 2 || !std::ranges::all_of(options.paths, isNumber) ||
      wiki.selection.isGiven() || std::stoull(options.paths[0]) == std::stoull(options.paths[1])) {
    reportFailure({"--wiki-url: two revisions of a page are expected, OLD NEW, by their numbers, "
                   "or --revid, --page, --category or --recent-changes, but not both"});
    return std::nullopt;
  }
  for (const std::string &number : options.paths)
    wiki.selection.revisions.push_back(std::stoull(number));
  return WikiPages::open(wiki);
}

/// Counts, filters and reports what comparePages() finds.
class ChangeReport {
public:
  ChangeReport(const DiffOptions &options, const Baseline &known, Threshold threshold,
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
              return threshold.isReachedBy(finding.severity);
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
  Threshold threshold;
  Reports *reports;
  size_t introduced = 0, persisting = 0, fixed = 0;
  bool fails = false;
};

int diff(const DiffOptions &options) {
  // The configuration is that of the page as it is now.
  std::vector<std::string> forConfig = options.paths;
  if (options.wiki.isGiven())
    forConfig.clear();
  else if (!options.git.isGiven() && forConfig.size() == 2)
    forConfig.erase(forConfig.begin());
  std::optional<Setup> setup = makeSetup(options.setup, forConfig);
  if (!setup)
    return exitFailed;
  std::optional<Baseline> known = readBaselines(options.failure, setup->rules->config());
  Threshold threshold = thresholdOf(options.failure, setup->rules->config());
  if (!known)
    return exitFailed;
  if (options.wiki.isGiven() && options.git.isGiven())
    return reportFailure({"--wiki-url: pages come from a wiki or from git, not from both"});
  std::optional<GitPages> pages;
  std::optional<WikiPages> online;
  std::optional<PageRevisions> both;
  if (options.git.isGiven())
    pages = GitPages::open(options.git, options.paths);
  else if (options.wiki.isGiven())
    online = openWiki(options);
  else
    both = readBoth(options.paths);
  if (!pages && !online && !both)
    return exitFailed;
  std::vector<std::string> inputs = pages ? pages->paths() : options.paths;
  std::ranges::transform(inputs, inputs.begin(), fileOfRevision);
  std::optional<Reports> reports =
      Reports::open(options.report, inputs, *setup->registry, threshold);
  if (!reports)
    return exitFailed;
  ChangeReport report(options, *known, threshold, *reports);
  reports->begin();
  auto next = [&] {
    if (online)
      return options.paths.empty() ? online->nextRevisions() : online->both();
    return pages ? pages->nextRevisions() : std::exchange(both, std::nullopt);
  };
  comparePages(next, *setup->rules, [&](const PageRevisions &page, FindingChanges &changes) {
    report.page(page, changes);
  });
  bool written = reports->end();
  report.printTotals();
  if ((pages && pages->failed()) || (online && online->failed()) || !written)
    return exitFailed;
  return report.hasFailing() && !options.failure.exitZero ? exitFindings : exitClean;
}

} // namespace

void addDiffCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand(
      "diff", "Report what an edit broke: what is wrong in the newer revision of a page and was "
              "not in the older one");
  auto options = std::make_shared<DiffOptions>();
  command->add_option(
      "paths", options->paths,
      "OLD and NEW: files, - for standard input, REV:PATH in git, or FILE#ID in an "
      "XML export. With --since or --staged: files and folders to look at (all). With "
      "--wiki-url: the numbers of two revisions, or none to compare each page with "
      "its revision before");
  addGitOptions(*command, options->git);
  addWikiPageOptions(*command, options->wiki);
  addWikiNamespaceOption(*command, options->wiki);
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
