// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Setup.h"
#include "lint/cli/UnifiedDiff.h"
#include "lint/engine/Fixes.h"
#include "lint/input/ByteStream.h"
#include "lint/input/Export.h"
#include "lint/input/ExportFragment.h"
#include "lint/input/PageStream.h"
#include "lint/support/AtomicFile.h"
#include "lint/support/InputFile.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wikivet {

namespace {

struct FixFilesOptions {
  SetupOptions setup;
  std::vector<std::string> paths;
  FixOptions fix;
  bool diff = false;
};

/// What became of all files.
struct Outcome {
  std::map<std::string, uint32_t> applied;
  uint32_t files = 0;
  bool failed = false;
};

void fail(Outcome &outcome, const Error &error) {
  reportFailure(error);
  outcome.failed = true;
}

void fixFile(const std::string &path, const FixFilesOptions &options, Setup &setup,
             Outcome &outcome) {
  auto text = InputFile::readWhole(path);
  if (!text) {
    fail(outcome, text.error());
    return;
  }
  bool isStdin = path == "-";
  std::string name = isStdin ? "<stdin>" : path;
  if (looksLikeExport(*text) || readExportFragment(name, *text)) {
    fail(outcome, {fmt::format("{}: pages in an export can be checked but not fixed", name)});
    return;
  }
  if (isCompressed(*text)) {
    fail(outcome, {fmt::format("{}: a compressed file can be checked but not fixed", name)});
    return;
  }
  Source source(name, std::move(*text));
  FixResult result = applyFixes(source, setup.rules->of(source), options.fix);
  if (!result.refusedBecauseOf.empty())
    fail(outcome, {fmt::format("{}: not fixed, since the fixes would make new errors of {}", name,
                               fmt::join(result.refusedBecauseOf, ", "))});
  bool changed = result.text != source.text();
  if (isStdin && !options.diff)
    std::fwrite(result.text.data(), 1, result.text.size(), stdout);
  if (!changed)
    return;
  ++outcome.files;
  for (const auto &[rule, count] : result.applied)
    outcome.applied[rule] += count;
  if (options.diff)
    fmt::print("{}", unifiedDiff(name, source.text(), result.text));
  else if (!isStdin)
    if (auto written = writeAtomically(path, result.text); !written)
      fail(outcome, written.error());
}

int fix(const FixFilesOptions &options) {
  std::optional<Setup> setup = makeSetup(options.setup, options.paths);
  if (!setup)
    return exitFailed;
  Outcome outcome;
  std::vector<Error> errors;
  std::vector<std::string> files = expandPaths(options.paths, errors);
  for (const Error &error : errors)
    fail(outcome, error);
  for (const std::string &file : files)
    fixFile(file, options, *setup, outcome);
  std::fflush(stdout);
  uint32_t total = 0;
  for (const auto &[rule, count] : outcome.applied) {
    fmt::print(stderr, "{:>6} {}\n", count, rule);
    total += count;
  }
  fmt::print(stderr, "{} {} in {} of {} files\n", total,
             options.diff ? "fixes would be made" : "fixes made", outcome.files, files.size());
  if (outcome.failed)
    return exitFailed;
  return options.diff && outcome.files > 0 ? exitFindings : exitClean;
}

} // namespace

void addFixCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("fix", "Mend what can be mended safely");
  auto options = std::make_shared<FixFilesOptions>();
  command
      ->add_option("paths", options->paths,
                   "Files in wikitext, folders of them, or - for standard input to output")
      ->required();
  addSetupOptions(*command, options->setup);
  command->add_flag("--unsafe-fixes", options->fix.unsafe,
                    "Make fixes that may change what a reader sees, too");
  command->add_flag("--cosmetic", options->fix.cosmetic,
                    "Make fixes that no reader sees, even if there are no others");
  command->add_flag("--diff", options->diff,
                    "Print the changes and write nothing; exit with 1 if there are any");
  command->callback([&chosen, options] { chosen = [options] { return fix(*options); }; });
}

} // namespace wikivet
