// SPDX-License-Identifier: MIT
#include "lint/cli/Setup.h"

#include "lint/cli/Commands.h"
#include "lint/diag/render/Renderer.h"
#include "lint/support/InputFile.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace wikivet {

namespace fs = std::filesystem;

static std::vector<std::string> ruleFiles(const std::string &path) {
  std::error_code error;
  if (!fs::is_directory(path, error))
    return {path};
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().extension() == ".yaml")
      files.push_back(entry->path().string());
  std::ranges::sort(files);
  return files;
}

std::vector<std::string> ruleFilesOf(const std::vector<std::string> &rulePaths) {
  std::vector<std::string> files;
  for (const std::string &path : rulePaths)
    for (std::string &file : ruleFiles(path))
      files.push_back(std::move(file));
  return files;
}

/// Reads a file of text. Says on standard error what is wrong; null then.
static std::unique_ptr<Source> readSource(const std::string &path) {
  auto text = InputFile::readWhole(path);
  if (text)
    return std::make_unique<Source>(path, std::move(*text));
  reportFailure(text.error());
  return nullptr;
}

static void printProblems(const Source &source, const std::vector<Diagnostic> &problems) {
  auto toStderr = [](std::string_view text) { fmt::print(stderr, "{}", text); };
  makeRenderer("concise", {.showAll = true}, toStderr)->page(source, problems);
}

std::unique_ptr<Registry> loadRegistry(const std::vector<std::string> &rulePaths) {
  auto registry = std::make_unique<Registry>(Registry::builtin());
  bool good = true;
  for (const std::string &path : rulePaths) {
    std::vector<std::string> files = ruleFiles(path);
    if (files.empty()) {
      reportFailure({fmt::format("{}: no rule file (.yaml) here", path)});
      good = false;
    }
    for (const std::string &file : files) {
      std::unique_ptr<Source> source = readSource(file);
      std::string group = fs::path(file).parent_path().filename().string();
      std::vector<Diagnostic> errors;
      if (!source || !registry->add(*source, group.empty() ? "user" : group, errors)) {
        if (source)
          printProblems(*source, errors);
        good = false;
      }
    }
  }
  return good ? std::move(registry) : nullptr;
}

void addSetupOptions(CLI::App &command, SetupOptions &options) {
  auto *config = command.add_option("--config", options.config,
                                    "Configuration file instead of the nearest .wikivet.yaml");
  command.add_flag("--isolated", options.isolated, "Read no configuration file")->excludes(config);
  command
      .add_option("--select", options.select,
                  "Rules, groups, tags, aliases or patterns of them to run, and no others")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--ignore", options.ignore, "Rules, groups, tags or aliases not to run")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--set", options.settings, "An option: rule.option=value (YAML)")
      ->allow_extra_args(false);
  command.add_option("--rule-path", options.rulePaths, "Rule files, or folders of them, to add")
      ->allow_extra_args(false);
  command.add_option("--wiki", options.wiki,
                     "The pages' wiki: an id (enwiki), a language, or a data file (.yaml)");
}

static fs::path startFolder(const std::vector<std::string> &paths) {
  std::error_code error;
  if (paths.empty() || paths.front() == "-")
    return fs::current_path(error);
  fs::path first = paths.front();
  return fs::is_directory(first, error) ? first : fs::absolute(first, error).parent_path();
}

std::optional<Setup> makeSetup(const SetupOptions &options, const std::vector<std::string> &paths) {
  Setup setup;
  std::optional<ConfigFile> file;
  if (!options.config.empty())
    setup.configPath = options.config;
  else if (!options.isolated)
    if (auto found = findConfig(startFolder(paths)))
      setup.configPath = found->string();
  std::vector<std::string> rulePaths;
  if (!setup.configPath.empty()) {
    std::unique_ptr<Source> source = readSource(setup.configPath);
    if (!source)
      return std::nullopt;
    file =
        ConfigFile{.source = std::move(source), .folder = fs::path(setup.configPath).parent_path()};
    rulePaths = rulePathsOf(*file);
  }
  rulePaths.insert(rulePaths.end(), options.rulePaths.begin(), options.rulePaths.end());
  setup.registry = loadRegistry(rulePaths);
  setup.rulePaths = std::move(rulePaths);
  if (!setup.registry)
    return std::nullopt;

  Config config;
  std::vector<LocatedError> errors;
  bool good = file ? addConfig(*file, *setup.registry, config, errors)
                   : addPreset("recommended", *setup.registry, config, errors);
  for (const LocatedError &error : errors)
    printProblems(*error.source, {{.rule = "configuration",
                                   .severity = Severity::Error,
                                   .span = error.problem.span,
                                   .message = error.problem.message,
                                   .related = {},
                                   .fixes = {},
                                   .fingerprint = {}}});
  auto layer = layerOf(options.select, options.ignore, options.settings, *setup.registry);
  if (!layer)
    reportFailure(layer.error());
  if (!good || !layer)
    return std::nullopt;
  config.layers.push_back(std::move(*layer));
  if (!options.wiki.empty())
    config.wiki = Selector{.text = options.wiki, .origin = "--wiki"};
  auto rules = PageRules::make(*setup.registry, std::move(config));
  if (!rules) {
    reportFailure(rules.error());
    return std::nullopt;
  }
  setup.rules = std::move(*rules);
  return setup;
}

} // namespace wikivet
