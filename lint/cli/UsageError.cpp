// SPDX-License-Identifier: MIT
#include "lint/cli/UsageError.h"

#include "lint/support/Suggest.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

/// As the user calls it, the program's name in front.
static std::string fullName(const CLI::App &app) {
  std::string name = app.get_name();
  for (const CLI::App *parent = app.get_parent(); parent; parent = parent->get_parent())
    name = parent->get_name() + " " + name;
  return name;
}

static Error unknown(std::string_view what, const std::string &name,
                     const std::vector<std::string> &known, const CLI::App &app) {
  std::string suggestion = didYouMean(name, known);
  if (suggestion.empty())
    suggestion = fmt::format("; '{} --help' lists them", fullName(app));
  return {fmt::format("there is no {} '{}'{}", what, name, suggestion)};
}

Error unknownCommand(const CLI::App &app, const std::string &name) {
  std::vector<std::string> names;
  for (const CLI::App *command : app.get_subcommands({}))
    names.push_back(command->get_name());
  return unknown("command", name, names, app);
}

static Error unknownOption(const CLI::App &app, const std::string &written) {
  std::string name = written.substr(0, written.find('='));
  std::vector<std::string> names;
  for (const CLI::Option *option : app.get_options())
    for (const std::string &known : option->get_lnames())
      names.push_back("--" + known);
  return unknown("option", name, names, app);
}

Error usageError(const CLI::App &app, const CLI::ParseError &error) {
  const CLI::App *command = &app;
  while (!command->get_subcommands().empty())
    command = command->get_subcommands().front();
  std::vector<std::string> unread = app.remaining(true);
  auto option =
      std::ranges::find_if(unread, [](const std::string &word) { return word.starts_with("-"); });
  bool isAboutCommands = command->get_require_subcommand_min() > 0;
  if (isAboutCommands && !unread.empty() && option != unread.begin())
    return unknownCommand(*command, unread.front());
  if (option != unread.end())
    return unknownOption(*command, *option);
  if (isAboutCommands)
    return {fmt::format("a command is expected; '{} --help' lists them", fullName(*command))};
  return {fmt::format("{}; '{} --help' says what is expected", error.what(), fullName(*command))};
}

} // namespace wikivet
