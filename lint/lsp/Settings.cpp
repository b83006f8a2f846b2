// SPDX-License-Identifier: MIT
#include "lint/lsp/Settings.h"

#include "lint/support/Suggest.h"
#include "lint/support/Uri.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace wikivet::lsp {

namespace {

/// A name of a setting, and what takes its value; false if the value is of the wrong type.
struct Setting {
  std::string_view name, type;
  bool (*read)(Settings &settings, const Json &value);
};

template <auto Member> bool readString(Settings &settings, const Json &value) {
  if (!value.is_string())
    return false;
  settings.*Member = value.get<std::string>();
  return true;
}

template <auto Member> bool readFlag(Settings &settings, const Json &value) {
  if (!value.is_boolean())
    return false;
  settings.*Member = value.get<bool>();
  return true;
}

template <auto Member> bool readSetupString(Settings &settings, const Json &value) {
  if (!value.is_string())
    return false;
  settings.setup.*Member = value.get<std::string>();
  return true;
}

template <auto Member> bool readSetupList(Settings &settings, const Json &value) {
  if (!value.is_array() ||
      !std::ranges::all_of(value, [](const Json &item) { return item.is_string(); }))
    return false;
  settings.setup.*Member = value.get<std::vector<std::string>>();
  return true;
}

bool readIsolated(Settings &settings, const Json &value) {
  if (!value.is_boolean())
    return false;
  settings.setup.isolated = value.get<bool>();
  return true;
}

bool readDebounce(Settings &settings, const Json &value) {
  constexpr uint64_t longest = 60'000;
  if (!value.is_number_unsigned() || value.get<uint64_t>() > longest)
    return false;
  settings.debounce = std::chrono::milliseconds(value.get<uint64_t>());
  return true;
}

constexpr std::string_view flag = "true or false", text = "a string", list = "a list of strings";
constexpr Setting known[] = {
    {"config", text, readSetupString<&SetupOptions::config>},
    {"isolated", flag, readIsolated},
    {"select", list, readSetupList<&SetupOptions::select>},
    {"ignore", list, readSetupList<&SetupOptions::ignore>},
    {"set", list, readSetupList<&SetupOptions::settings>},
    {"rulePaths", list, readSetupList<&SetupOptions::rulePaths>},
    {"wiki", text, readSetupString<&SetupOptions::wiki>},
    {"fixOnSave", flag, readFlag<&Settings::fixOnSave>},
    {"workspaceDiagnostics", flag, readFlag<&Settings::workspaceDiagnostics>},
    {"debounce", "a number of milliseconds up to 60000", readDebounce},
    {"ruleUrl", text, readString<&Settings::ruleUrl>},
    {"pageUrl", text, readString<&Settings::pageUrl>},
};

void makeAbsolute(std::string &path, const std::string &folder) {
  if (!path.empty() && !folder.empty())
    path = (std::filesystem::path(folder) / path).string();
}

} // namespace

Settings withSettings(Settings settings, const Json &object, const std::string &folder,
                      std::vector<std::string> &problems) {
  if (object.is_null())
    return settings;
  if (!object.is_object()) {
    problems.emplace_back("the settings of wikivet are no object");
    return settings;
  }
  for (const auto &[name, value] : object.items()) {
    const auto *setting = std::ranges::find(known, name, &Setting::name);
    if (setting == std::end(known)) {
      std::vector<std::string> names;
      for (const Setting &other : known)
        names.emplace_back(other.name);
      problems.push_back(fmt::format("there is no setting '{}'{}", name, didYouMean(name, names)));
    } else if (!value.is_null() && !setting->read(settings, value)) {
      problems.push_back(fmt::format("the setting '{}' must be {}", name, setting->type));
    }
  }
  // Those of the command line are relative to the working folder.
  if (object.contains("config"))
    makeAbsolute(settings.setup.config, folder);
  if (object.contains("rulePaths"))
    for (std::string &path : settings.setup.rulePaths)
      makeAbsolute(path, folder);
  if (object.contains("wiki") && settings.setup.wiki.ends_with(".yaml"))
    makeAbsolute(settings.setup.wiki, folder);
  return settings;
}

std::string addressOf(std::string_view pattern, std::string_view name) {
  size_t place = pattern.find("$1");
  if (place == std::string_view::npos)
    return std::string(pattern);
  return fmt::format("{}{}{}", pattern.substr(0, place), pathUri(name), pattern.substr(place + 2));
}

} // namespace wikivet::lsp
