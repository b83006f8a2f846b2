// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/PageQueue.h"
#include "lint/cli/Setup.h"
#include "lint/engine/Baseline.h"
#include "lint/engine/Session.h"
#include "lint/support/Plural.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace wikivet {

namespace {

struct BaselineOptions {
  SetupOptions setup;
  std::vector<std::string> paths;
  std::string file = ".wikivet-baseline.json";
};

enum class Action : uint8_t {
  Create, ///< all findings, in a new file
  Update, ///< adds those that are new
  Prune,  ///< removes those that are found no more
};

int run(Action action, const BaselineOptions &options) {
  std::optional<Setup> setup = makeSetup(options.setup, options.paths);
  if (!setup)
    return exitFailed;
  Baseline known;
  if (action == Action::Create && std::filesystem::exists(options.file)) {
    return reportFailure({fmt::format("{} is already there: use 'baseline update'", options.file)});
  }
  if (action != Action::Create)
    if (auto result = known.read(options.file); !result)
      return reportFailure(result.error());
  Baseline found;
  PageQueue pages(options.paths);
  lintPages([&] { return pages.next(); }, *setup->rules,
            [&](const Source &source, std::vector<Diagnostic> &diagnostics) {
              for (const Diagnostic &diagnostic : diagnostics) {
                (action == Action::Prune ? found : known).add(source, diagnostic);
              }
            });
  // Nothing may be lost because a page could not be read.
  if (pages.failed())
    return exitFailed;
  size_t before = known.all().size();
  if (action == Action::Prune)
    known.keepOnly(found);
  if (auto result = known.write(options.file); !result)
    return reportFailure(result.error());
  if (action == Action::Prune)
    fmt::print("{}: {} left, {} removed\n", options.file, counted(known.all().size(), "finding"),
               before - known.all().size());
  else
    fmt::print("{}: {}\n", options.file, counted(known.all().size(), "finding"));
  return exitClean;
}

} // namespace

void addBaselineCommand(CLI::App &app, Command &chosen) {
  CLI::App *command =
      app.add_subcommand("baseline", "Keep a list of findings that are not to be reported again");
  command->require_subcommand(1);
  struct Word {
    const char *name;
    Action action;
    const char *docs;
  };
  for (const Word &word : {Word{"create", Action::Create, "Write all findings to a new file"},
                           Word{"update", Action::Update, "Add the findings that are new"},
                           Word{"prune", Action::Prune, "Remove the findings that are gone"}}) {
    CLI::App *sub = command->add_subcommand(word.name, word.docs);
    auto options = std::make_shared<BaselineOptions>();
    sub->add_option("paths", options->paths, "Files, folders, exports")->required();
    addSetupOptions(*sub, options->setup);
    sub->add_option("--baseline", options->file, "The file")->capture_default_str();
    sub->callback([&chosen, options, action = word.action] {
      chosen = [options, action] { return run(action, *options); };
    });
  }
}

} // namespace wikivet
