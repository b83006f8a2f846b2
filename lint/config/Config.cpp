// SPDX-License-Identifier: MIT
#include "lint/config/Config.h"

#include "lint/model/CitationDate.h"
#include "lint/rule/Embedded.h"
#include "lint/rule/OptionReader.h"
#include "lint/support/InputFile.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"
#include "lint/support/YamlImage.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace fs = std::filesystem;

namespace {

std::string_view presetName(const EmbeddedFile &preset) {
  return preset.name.substr(0, preset.name.size() - std::string_view(".yaml").size());
}

/// Null if there is none of this name.
const EmbeddedFile *findPreset(std::string_view name) {
  auto found = std::ranges::find(embeddedPresets(), name, presetName);
  return found == embeddedPresets().end() ? nullptr : &*found;
}

/// Reads one file, noting every problem with its place.
class ConfigReader {
public:
  ConfigReader(const ConfigFile &file, const Registry &registry, std::vector<LocatedError> &errors)
      : file(&file), registry(&registry), errors(&errors) {}

  std::optional<YamlNode> yaml() {
    Problems problems;
    // A file of comments says nothing, which is right.
    if (saysNothing(file->source->text()))
      return YamlNode{.kind = YamlKind::Map};
    std::optional<YamlNode> node = readYaml(file->source->text(), problems);
    bool good = note(problems);
    return good ? std::move(node) : std::nullopt;
  }

  bool add(const YamlNode &yaml, Config &config, uint32_t depth);

  /// The files and folders that `rule-paths` names and that are there.
  std::vector<std::string> rulePaths(const YamlNode &yaml, Problems &problems) {
    std::vector<std::string> paths;
    for (const std::string &path : readStrings(yaml, "rule-paths", problems)) {
      std::error_code error;
      if (fs::path whole = file->folder / path; fs::exists(whole, error))
        paths.push_back(whole.string());
      else
        problems.push_back({yaml.find("rule-paths")->span,
                            fmt::format("'{}' is no file or folder that is there", path)});
    }
    return paths;
  }

  /// The files that `extends` names, presets left out.
  std::vector<fs::path> extendedFiles(const YamlNode &yaml) {
    std::vector<fs::path> files;
    Problems problems;
    std::vector<std::string> presets = presetNames();
    for (const std::string &name : readStrings(yaml, "extends", problems))
      if (std::ranges::find(presets, name) == presets.end())
        files.push_back(file->folder / name);
    return files;
  }

private:
  static bool saysNothing(std::string_view text) {
    for (size_t begin = 0; begin < text.size();) {
      size_t end = std::min(text.find('\n', begin), text.size());
      std::string_view line = trim(text.substr(begin, end - begin));
      if (!line.empty() && !line.starts_with('#'))
        return false;
      begin = end + 1;
    }
    return true;
  }

  bool note(const Problems &problems) {
    for (const Problem &problem : problems)
      errors->push_back({file->source, problem});
    return problems.empty();
  }

  std::string origin(Span span) const {
    // A preset has no text here.
    if (file->source->text().empty())
      return file->source->path();
    return fmt::format("{}:{}", file->source->path(),
                       file->source->lines().position(span.begin).line);
  }

  std::vector<Selector> selectors(const YamlNode &yaml, std::string_view key, Problems &problems) {
    std::vector<Selector> result;
    const YamlNode *value = yaml.find(key);
    if (!value || !readStringList(*value, key, problems))
      return result;
    for (const YamlNode &item : value->list()) {
      std::vector<std::string> words = knownSelectors(item.scalar, *registry);
      if (words.empty())
        problems.push_back({item.span, registry->unknownSelector(item.scalar)});
      for (std::string &word : words)
        result.push_back({.text = std::move(word), .origin = origin(item.span)});
    }
    return result;
  }

  void readRules(const YamlNode &yaml, Layer &layer, Problems &problems) {
    const YamlNode *rules = yaml.find("rules");
    if (!rules)
      return;
    if (rules->kind != YamlKind::Map) {
      problems.push_back({rules->span, "'rules' must be a map of rules"});
      return;
    }
    for (const YamlEntry &entry : rules->entries) {
      const RegisteredRule *rule = registry->rule(entry.key);
      if (!rule) {
        problems.push_back({entry.keySpan, registry->unknownRule(entry.key)});
        continue;
      }
      RuleSetting &setting = layer.rules[rule->spec.name];
      if (entry.value.kind == YamlKind::Scalar) {
        readSeverity(entry.value, setting, problems);
        continue;
      }
      if (!readKeys(entry.value, entry.key, {"severity", "options"}, problems))
        continue;
      if (const YamlNode *severity = entry.value.find("severity"))
        readSeverity(*severity, setting, problems);
      if (const YamlNode *options = entry.value.find("options"))
        readOptions(rule->spec, *options, setting, problems);
    }
  }

  void readSeverity(const YamlNode &value, RuleSetting &setting, Problems &problems) {
    std::optional<Severity> severity = severityFromName(value.scalar);
    if (!severity || value.kind != YamlKind::Scalar) {
      problems.push_back(
          {value.span, fmt::format("a severity is one of off, info, warning, error{}",
                                   didYouMean(value.scalar, {"off", "info", "warning", "error"}))});
      return;
    }
    setting.severity = severity;
    setting.severityOrigin = origin(value.span);
  }

  static std::optional<Threshold> readThreshold(const YamlNode &value, Problems &problems) {
    std::optional<Threshold> threshold = Threshold::fromName(value.scalar);
    if (threshold && value.kind == YamlKind::Scalar)
      return threshold;
    std::vector<std::string> names(Threshold::names.begin(), Threshold::names.end());
    problems.push_back(
        {value.span, fmt::format("'fail-on' is one of {}{}", fmt::join(names, ", "),
                                 value.scalar == "off" ? "; did you mean 'never'?"
                                                       : didYouMean(value.scalar, names))});
    return std::nullopt;
  }

  void readOptions(const RuleSpec &spec, const YamlNode &options, RuleSetting &setting,
                   Problems &problems) {
    std::vector<std::string> known;
    known.reserve(spec.options.size());
    for (const auto &[name, option] : spec.options)
      known.push_back(name);
    if (!readKeys(options, "options", known, problems))
      return;
    for (const YamlEntry &entry : options.entries) {
      auto option = spec.options.find(entry.key);
      if (option == spec.options.end())
        continue;
      if (auto value = readOptionValue(option->second.type, entry.value, entry.key, problems))
        setting.options.insert_or_assign(
            entry.key, RuleSetting::Option{std::move(*value), origin(entry.value.span)});
    }
  }

  void readLayer(const YamlNode &yaml, Layer &layer, Problems &problems) {
    layer.select = selectors(yaml, "select", problems);
    layer.ignore = selectors(yaml, "ignore", problems);
    readRules(yaml, layer, problems);
  }

  void readOverrides(const YamlNode &yaml, Config &config, Problems &problems) {
    const YamlNode *overrides = yaml.find("overrides");
    if (!overrides)
      return;
    if (overrides->kind != YamlKind::Sequence) {
      problems.push_back({overrides->span, "'overrides' must be a list"});
      return;
    }
    for (const YamlNode &item : overrides->items) {
      if (!readKeys(item, "override",
                    {"paths", "titles", "namespaces", "wikis", "select", "ignore", "rules"},
                    problems))
        continue;
      Override entry{.paths = readStrings(item, "paths", problems),
                     .titles = readStrings(item, "titles", problems),
                     .namespaces = readIntegers(item, "namespaces", problems),
                     .wikis = readStrings(item, "wikis", problems),
                     .layer = {}};
      if (entry.paths.empty() && entry.titles.empty() && entry.namespaces.empty() &&
          entry.wikis.empty())
        problems.push_back(
            {item.span, "an override needs 'paths', 'titles', 'namespaces' or 'wikis'"});
      readLayer(item, entry.layer, problems);
      config.overrides.push_back(std::move(entry));
    }
  }

  const ConfigFile *file;
  const Registry *registry;
  std::vector<LocatedError> *errors;
};

/// Files may extend files, but not endlessly.
constexpr uint32_t deepestExtends = 16;

std::optional<ConfigFile> openConfig(const fs::path &path) {
  auto text = InputFile::readWhole(path.string());
  if (!text)
    return std::nullopt;
  return ConfigFile{.source = std::make_shared<const Source>(path.string(), std::move(*text)),
                    .folder = path.parent_path()};
}

bool ConfigReader::add(const YamlNode &yaml, Config &config, // NOLINT(misc-no-recursion): bounded
                       uint32_t depth) {
  Problems problems;
  static const std::vector<std::string> keys = {"extends",  "rule-paths",   "wiki",      "select",
                                                "ignore",   "rules",        "overrides", "fail-on",
                                                "baseline", "suppressions", "today"};
  if (!readKeys(yaml, "configuration", keys, problems))
    return note(problems);
  bool good = true;
  rulePaths(yaml, problems); // they are read already, but not those that are missing
  const YamlNode *extends = yaml.find("extends");
  std::vector<std::string> presets = presetNames();
  for (const std::string &name : readStrings(yaml, "extends", problems)) {
    if (std::ranges::find(presets, name) != presets.end()) {
      good = addPreset(name, *registry, config, *errors) && good;
      continue;
    }
    std::optional<ConfigFile> other = openConfig(file->folder / name);
    if (!other) {
      problems.push_back(
          {extends->span, fmt::format("'{}' is neither a preset ({}) nor a file that "
                                      "can be read{}",
                                      name, fmt::join(presets, ", "), didYouMean(name, presets))});
      continue;
    }
    if (depth >= deepestExtends) {
      problems.push_back({extends->span, "files extend each other in a circle"});
      break;
    }
    ConfigReader reader(*other, *registry, *errors);
    std::optional<YamlNode> node = reader.yaml();
    good = node && reader.add(*node, config, depth + 1) && good;
  }
  Layer layer;
  readLayer(yaml, layer, problems);
  // Without `extends` and `select` a file changes what is recommended.
  if (!extends && layer.select.empty() && config.layers.empty())
    good = addPreset("recommended", *registry, config, *errors) && good;
  config.layers.push_back(std::move(layer));
  readOverrides(yaml, config, problems);
  if (const YamlNode *wiki = yaml.find("wiki"))
    if (auto name = readString(*wiki, "wiki", problems))
      config.wiki =
          Selector{.text = name->ends_with(".yaml") ? (file->folder / *name).string() : *name,
                   .origin = origin(wiki->span)};
  if (const YamlNode *failOn = yaml.find("fail-on"))
    config.failOn = readThreshold(*failOn, problems);
  if (const YamlNode *today = yaml.find("today")) {
    config.today = readCitationDate(today->scalar).day;
    if (!config.today)
      problems.push_back({today->span, "'today' is a day such as 2026-01-31"});
  }
  for (auto [key, member] :
       {std::pair{"baseline", &Config::baseline}, std::pair{"suppressions", &Config::suppressions}})
    if (const YamlNode *path = yaml.find(key))
      if (auto text = readString(*path, key, problems))
        config.*member =
            Selector{.text = (file->folder / *text).string(), .origin = origin(path->span)};
  return note(problems) && good;
}

} // namespace

std::optional<fs::path> findConfig(const fs::path &folder) {
  std::error_code error;
  for (fs::path place = fs::absolute(folder, error);; place = place.parent_path()) {
    if (fs::path candidate = place / ".wikivet.yaml";
        // A link to nothing or a folder is a mistake that reading it tells.
        fs::exists(fs::symlink_status(candidate, error)))
      return candidate;
    if (place == place.parent_path())
      return std::nullopt;
  }
}

std::vector<std::string> rulePathsOf(const ConfigFile &file) {
  static const Registry none;
  std::vector<LocatedError> errors;
  std::vector<std::string> paths;
  std::vector<ConfigFile> files = {file};
  for (size_t i = 0; i < files.size() && i < deepestExtends; ++i) {
    ConfigFile current = files[i];
    ConfigReader reader(current, none, errors);
    std::optional<YamlNode> yaml = reader.yaml();
    if (!yaml || yaml->kind != YamlKind::Map)
      continue;
    Problems ignored;
    std::vector<std::string> own = reader.rulePaths(*yaml, ignored);
    paths.insert(paths.end(), own.begin(), own.end());
    for (const fs::path &path : reader.extendedFiles(*yaml))
      if (auto other = openConfig(path))
        files.push_back(std::move(*other));
  }
  return paths;
}

bool addConfig(const ConfigFile &file, const Registry &registry, Config &config,
               std::vector<LocatedError> &errors) {
  ConfigReader reader(file, registry, errors);
  std::optional<YamlNode> yaml = reader.yaml();
  return yaml && reader.add(*yaml, config, 0);
}

// NOLINTNEXTLINE(misc-no-recursion): presets extend presets, not in a circle
bool addPreset(std::string_view name, const Registry &registry, Config &config,
               std::vector<LocatedError> &errors) {
  const EmbeddedFile *preset = findPreset(name);
  if (!preset)
    return false;
  ConfigFile file{.source = std::make_shared<const Source>(fmt::format("preset {}", name), ""),
                  .folder = {}};
  return ConfigReader(file, registry, errors).add(decodeYaml(preset->image), config, 0);
}

std::vector<std::string> presetNames() {
  std::vector<std::string> names;
  for (const EmbeddedFile &preset : embeddedPresets())
    names.emplace_back(presetName(preset));
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> knownSelectors(const std::string &word, const Registry &registry) {
  if (!registry.find(word).empty())
    return {word};
  std::vector<std::string> words, presets = {word};
  Problems ignored; // presets are tested
  // Presets extend presets, not in a circle.
  for (size_t i = 0; i < presets.size(); ++i) {
    const EmbeddedFile *preset = findPreset(presets[i]);
    if (!preset)
      continue;
    YamlNode yaml = decodeYaml(preset->image);
    for (std::string &selector : readStrings(yaml, "select", ignored))
      words.push_back(std::move(selector));
    for (std::string &base : readStrings(yaml, "extends", ignored))
      presets.push_back(std::move(base));
  }
  return words;
}

} // namespace wikivet
