// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/UsageError.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <iostream>

namespace wikivet {

int reportFailure(const Error &error) {
  // Names of files and pages, and what servers say, may hold what a terminal obeys.
  std::string visible = error.message;
  std::ranges::replace_if(
      visible, [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == '\x7F'; },
      '?');
  fmt::print(stderr, "wikivet: {}\n", visible);
  return exitFailed;
}

static int finish(int exitCode) {
  std::cout.flush();
  return flushOutput() ? exitCode : reportFailure({"can't write to standard output"});
}

bool flushOutput() {
  // A failed write empties the buffer, so that the next flush succeeds.
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

int runCommandLine(int argc, const char *const *argv) {
  // Whoever reads our output may stop at any time; that is no crash.
  std::signal(SIGPIPE, SIG_DFL);
  CLI::App app("Lints wikitext: the markup of MediaWiki.", "wikivet");
  app.set_version_flag("--version", "wikivet " WIKIVET_VERSION);
  app.require_subcommand(1);
  Command chosen;
  addCheckCommand(app, chosen);
  addDiffCommand(app, chosen);
  addFixCommand(app, chosen);
  addBaselineCommand(app, chosen);
  addCleanCommand(app, chosen);
  addConfigCommand(app, chosen);
  addHelpCommand(app, chosen);
  addInitCommand(app, chosen);
  addLspCommand(app, chosen);
  addParseCommand(app, chosen);
  addRuleCommand(app, chosen);
  addRulesCommand(app, chosen);
  addServeCommand(app, chosen);
  addTestCommand(app, chosen);
  addTraceCommand(app, chosen);
  addWikiCommand(app, chosen);
  addWorkerCommand(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &error) {
    if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::Success))
      return reportFailure(usageError(app, error));
    app.exit(error); // prints the help or the version
    return finish(exitClean);
  }
  try {
    return finish(chosen());
  } catch (const std::exception &error) {
    // A failed write to standard output is said below. Else it is what no code expects: no memory,
    // say, or no standard error.
    if (flushOutput())
      std::fputs(fmt::format("wikivet: {}\n", error.what()).c_str(), stderr);
    return finish(exitFailed);
  }
}

} // namespace wikivet
