// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/PageQueue.h"
#include "lint/cli/Setup.h"
#include "lint/diag/render/Renderer.h"
#include "lint/engine/Baseline.h"
#include "lint/engine/Session.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <unistd.h>

namespace wikivet {

namespace {

struct CheckOptions {
  SetupOptions setup;
  std::vector<std::string> paths;
  std::string format = "full";
  std::vector<std::string> baselines;
  bool exitZero = false;
  bool timings = false;
  std::string failOn;
  std::string color = "auto";
};

bool wantsColor(const std::string &choice) {
  if (choice != "auto")
    return choice == "always";
  const char *noColor = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (noColor == nullptr || *noColor == '\0');
}

/// On standard error, the slowest rule first.
void printStatistics(const RuleStatistics &statistics) {
  std::vector<std::pair<std::string, RuleWork>> sorted(statistics.begin(), statistics.end());
  std::ranges::sort(sorted, std::greater(), [](const auto &entry) { return entry.second.time; });
  for (const auto &[rule, work] : sorted)
    fmt::print(stderr, "{:>10.3f} ms  {}{}\n",
               std::chrono::duration<double, std::milli>(work.time).count(), rule,
               work.comparisons > 0 ? fmt::format("  {} comparisons", work.comparisons) : "");
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
  auto toStdout = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
  std::unique_ptr<Renderer> renderer =
      makeRenderer(options.format, {.color = wantsColor(options.color)}, toStdout);
  Severity threshold =
      severityFromName(options.failOn).value_or(config.failOn.value_or(Severity::Warning));
  RuleStatistics statistics;
  bool found = false;
  renderer->begin();
  lintPages([&] { return pages.next(); }, *setup->rules,
            [&](const Source &source, std::vector<Diagnostic> &diagnostics) {
              std::erase_if(diagnostics, [&](const Diagnostic &diagnostic) {
                return known.contains(diagnostic.fingerprint);
              });
              for (const Diagnostic &diagnostic : diagnostics)
                found = found || diagnostic.severity >= threshold;
              renderer->page(source, diagnostics);
            },
            options.timings ? &statistics : nullptr);
  renderer->end();
  if (std::fflush(stdout) != 0) {
    return reportFailure({"can't write the output"});
  }
  printStatistics(statistics);
  if (pages.failed())
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
  command->add_option("--output-format", options->format, "How findings are printed")
      ->check(CLI::IsMember(rendererNames()))
      ->capture_default_str();
  command
      ->add_option("--baseline", options->baselines,
                   "Findings to leave out: a file that 'wikivet baseline' wrote")
      ->allow_extra_args(false);
  command->add_flag(
      "--timings", options->timings,
      "Print the time that each rule took and how much it compared, on standard error");
  command->add_flag("--exit-zero", options->exitZero, "Exit with 0 even if something was found");
  command
      ->add_option("--fail-on", options->failOn,
                   "Lowest severity that makes the exit code 1 (warning)")
      ->check(CLI::IsMember({"info", "warning", "error"}));
  command->add_option("--color", options->color, "Use of colour")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  command->callback([&chosen, options] { chosen = [options] { return check(*options); }; });
}

} // namespace wikivet
