// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/config/Wikis.h"
#include "lint/support/AtomicFile.h"
#include "lint/support/InputFile.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace wikivet {

namespace {

using SiteJson = nlohmann::json;

std::string inQuotes(const std::string &text) {
  // JSON strings are YAML strings.
  return SiteJson(text).dump(-1, ' ', false, SiteJson::error_handler_t::replace);
}

std::string listed(const std::vector<std::string> &names) {
  std::string text;
  for (const std::string &name : names)
    text += (text.empty() ? "" : ", ") + inQuotes(name);
  return "[" + text + "]";
}

std::string word(const SiteJson &object, const char *key) {
  auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

void addName(std::vector<std::string> &names, std::string name) {
  if (!name.empty() && std::ranges::find(names, name) == names.end())
    names.push_back(std::move(name));
}

/// The data file of a wiki from its own answer to `action=query&meta=siteinfo`.
std::expected<std::string, Error> convert(const std::string &text) {
  SiteJson json = SiteJson::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object() || !json.contains("query") ||
      !json["query"].is_object())
    return std::unexpected(
        Error{"this is no answer to action=query&meta=siteinfo: 'query' is missing"});
  const SiteJson &query = json["query"];
  for (const char *part : {"general", "namespaces"})
    if (!query.contains(part) || !query[part].is_object())
      return std::unexpected(Error{fmt::format(
          "'{}' is missing: ask with siprop=general|namespaces|namespacealiases", part)});
  const SiteJson &general = query["general"];
  std::map<int, std::vector<std::string>> namespaces;
  for (const auto &[key, value] : query["namespaces"].items()) {
    if (!value.is_object() || !value.contains("id") || !value["id"].is_number_integer())
      continue;
    int id = value["id"].get<int>();
    if (id == 0)
      continue;
    // The local name is called `*` in format version 1, `name` in 2.
    addName(namespaces[id], word(value, "name"));
    addName(namespaces[id], word(value, "*"));
    addName(namespaces[id], word(value, "canonical"));
  }
  if (query.contains("namespacealiases") && query["namespacealiases"].is_array())
    for (const SiteJson &alias : query["namespacealiases"])
      if (alias.is_object() && alias.contains("id") && alias["id"].is_number_integer()) {
        addName(namespaces[alias["id"].get<int>()], word(alias, "alias"));
        addName(namespaces[alias["id"].get<int>()], word(alias, "*"));
      }
  std::string language = word(general, "lang");
  std::string out = "# Made by `wikivet wiki import` from the wiki's own answer. The sets of "
                    "templates are those of "
                    "the built-in data of this\n# language, if there is one: adapt them.\n";
  out += fmt::format("wiki: {}\nlanguage: {}\nname: {}\nserver: {}\n",
                     inQuotes(word(general, "wikiid")), inQuotes(language),
                     inQuotes(word(general, "sitename")), inQuotes(word(general, "servername")));
  out += "namespaces:\n";
  for (const auto &[id, names] : namespaces)
    out += fmt::format("  \"{}\": {}\n", id, listed(names));
  auto known = findWiki(language);
  out += "templates:\n";
  for (std::string_view set : wikiTemplateSets) {
    std::vector<std::string> names;
    if (known)
      if (auto found = (*known)->templateSets.find(set); found != (*known)->templateSets.end())
        names.assign(found->second.begin(), found->second.end());
    std::ranges::sort(names);
    out += fmt::format("  {}: {}\n", set, listed(names));
  }
  if (known)
    out += fmt::format("date: {{orders: {}, months: {}, short-months: {}}}\nnumbers: {{decimal: "
                       "{}, thousands: {}}}\n",
                       listed((*known)->dateOrders), listed((*known)->months),
                       listed((*known)->shortMonths), inQuotes((*known)->decimalSeparator),
                       listed((*known)->thousandsSeparators));
  return out;
}

int import(const std::string &path, const std::string &output) {
  auto text = InputFile::readWhole(path);
  if (!text)
    return reportFailure(text.error());
  auto data = convert(*text);
  if (!data) {
    return reportFailure({fmt::format("{}: {}", path, data.error().message)});
  }
  if (output.empty()) {
    fmt::print("{}", *data);
    return exitClean;
  }
  if (auto result = writeAtomically(output, *data); !result)
    return reportFailure(result.error());
  return exitClean;
}

} // namespace

void addWikiCommand(CLI::App &app, Command &chosen) {
  CLI::App *command =
      app.add_subcommand("wiki", "Data of wikis: names of namespaces and templates");
  command->require_subcommand(1);
  CLI::App *importCommand = command->add_subcommand(
      "import", "Make a data file for --wiki from a wiki's answer to action=query&meta=siteinfo");
  auto path = std::make_shared<std::string>();
  auto output = std::make_shared<std::string>();
  importCommand->add_option("siteinfo", *path, "The answer, in JSON; - for standard input")
      ->required();
  importCommand->add_option("-o,--output", *output, "File to write; standard output without it");
  importCommand->callback(
      [&chosen, path, output] { chosen = [path, output] { return import(*path, *output); }; });
  CLI::App *list = command->add_subcommand("list", "List the wikis whose data is built in");
  list->callback([&chosen] {
    chosen = [] {
      for (const std::string &name : wikiNames())
        fmt::print("{}\n", name);
      return static_cast<int>(exitClean);
    };
  });
}

} // namespace wikivet
