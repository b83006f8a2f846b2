// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <functional>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
} // namespace CLI

namespace wikivet {

/// Exit codes of the program.
enum ExitCode : int { exitClean = 0, exitFindings = 1, exitFailed = 2 };

/// Says on standard error why something can't be done; gives the exit code.
int reportFailure(const Error &error);

/// Writes out what was printed on standard output; false if any of it, now or before, is lost. The
/// run then ends with a message and exitFailed, whatever the command gives.
bool flushOutput();

/// What to do once the command line is read; gives the exit code.
using Command = std::function<int()>;

// Each adds its subcommand to the app and says in `chosen` what it does. One for each file.
void addBaselineCommand(CLI::App &app, Command &chosen);
void addCheckCommand(CLI::App &app, Command &chosen);
void addCleanCommand(CLI::App &app, Command &chosen);
void addConfigCommand(CLI::App &app, Command &chosen);
void addDiffCommand(CLI::App &app, Command &chosen);
void addFixCommand(CLI::App &app, Command &chosen);
void addHelpCommand(CLI::App &app, Command &chosen);
void addInitCommand(CLI::App &app, Command &chosen);
void addLspCommand(CLI::App &app, Command &chosen);
void addParseCommand(CLI::App &app, Command &chosen);
void addRuleCommand(CLI::App &app, Command &chosen);
void addRulesCommand(CLI::App &app, Command &chosen);
void addServeCommand(CLI::App &app, Command &chosen);
void addTestCommand(CLI::App &app, Command &chosen);
void addTraceCommand(CLI::App &app, Command &chosen);
void addWikiCommand(CLI::App &app, Command &chosen);
void addWorkerCommand(CLI::App &app, Command &chosen);

/// Reads the command line and runs the subcommand.
int runCommandLine(int argc, const char *const *argv);

} // namespace wikivet
