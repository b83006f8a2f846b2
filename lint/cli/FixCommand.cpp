// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Setup.h"
#include "lint/cli/UnifiedDiff.h"
#include "lint/engine/Fixes.h"
#include "lint/input/ByteStream.h"
#include "lint/input/Export.h"
#include "lint/input/ExportFragment.h"
#include "lint/input/PageStream.h"
#include "lint/input/PlainText.h"
#include "lint/support/AtomicFile.h"
#include "lint/support/InputFile.h"
#include "lint/support/Plural.h"

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
  uint32_t cosmeticLeft = 0, unsafeLeft = 0;
  bool failed = false;
};

void fail(Outcome &outcome, const Error &error) {
  reportFailure(error);
  outcome.failed = true;
}

/// Puts the fixed text where it belongs, or prints what would change. False if that fails.
bool write(const std::string &path, const Source &source, const std::string &text, bool asDiff,
           Outcome &outcome) {
  bool changed = text != source.text();
  if (asDiff || path == "-") {
    std::string printed = !asDiff   ? text
                          : changed ? unifiedDiff(source.path(), source.text(), text)
                                    : "";
    std::fwrite(printed.data(), 1, printed.size(), stdout);
    // That it fails is said when the run ends.
    return flushOutput();
  }
  if (!changed)
    return true;
  auto written = writeAtomically(path, text);
  if (!written)
    fail(outcome, written.error());
  return written.has_value();
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
  if (auto result = checkPlainText(name, *text); !result) {
    fail(outcome, result.error());
    return;
  }
  Source source(name, std::move(*text));
  FixResult result = applyFixes(source, setup.rules->of(source), options.fix);
  if (!result.refusedBecauseOf.empty())
    fail(outcome, {fmt::format("{}: not fixed, since the fixes would make new errors of {}", name,
                               fmt::join(result.refusedBecauseOf, ", "))});
  if (!write(path, source, result.text, options.diff, outcome))
    return;
  outcome.cosmeticLeft += result.cosmeticLeft;
  outcome.unsafeLeft += result.unsafeLeft;
  if (result.text == source.text())
    return;
  ++outcome.files;
  for (const auto &[rule, count] : result.applied)
    outcome.applied[rule] += count;
}

void printTotals(const Outcome &outcome, bool asDiff, size_t files) {
  uint32_t total = 0;
  for (const auto &[rule, count] : outcome.applied) {
    fmt::print(stderr, "{:>6} {}\n", count, rule);
    total += count;
  }
  fmt::print(stderr, "{} {} in {} of {}\n", counted(total, "fix", "fixes"),
             asDiff ? "would be made" : "made", outcome.files, counted(files, "file"));
  std::vector<std::string> left;
  if (outcome.cosmeticLeft > 0)
    left.push_back(fmt::format("{} more with --cosmetic", outcome.cosmeticLeft));
  if (outcome.unsafeLeft > 0)
    left.push_back(fmt::format("{} more with --unsafe-fixes", outcome.unsafeLeft));
  if (!left.empty())
    fmt::print(stderr, "{}\n", fmt::join(left, ", "));
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
  printTotals(outcome, options.diff, files.size());
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
