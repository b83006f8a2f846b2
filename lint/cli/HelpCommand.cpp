// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/UsageError.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

static int help(const CLI::App &app, const std::vector<std::string> &names) {
  const CLI::App *command = &app;
  std::string fullName = app.get_name();
  for (const std::string &name : names) {
    auto below = command->get_subcommands({});
    auto next = std::ranges::find(below, name, [](const CLI::App *app) { return app->get_name(); });
    if (next == below.end())
      return reportFailure(unknownCommand(*command, name));
    command = *next;
    fullName += " " + name;
  }
  // Its help() would give the help of the command that was called, which is this one.
  fmt::print("{}",
             command->get_formatter()->make_help(command, fullName, CLI::AppFormatMode::Normal));
  return exitClean;
}

void addHelpCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("help", "Print the help of a command, as --help does");
  auto names = std::make_shared<std::vector<std::string>>();
  command->add_option("command", *names, "The command; the program without one");
  command->callback(
      [&app, &chosen, names] { chosen = [&app, names] { return help(app, *names); }; });
}

} // namespace wikivet
