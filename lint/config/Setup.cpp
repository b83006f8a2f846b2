// SPDX-License-Identifier: MIT
#include "lint/config/Setup.h"

#include "lint/support/InputFile.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

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

static SetupProblem problem(Error error) {
  return {.source = nullptr, .findings = {}, .error = std::move(error)};
}

/// Reads a file of text; null, with a problem added, if it can't be read.
static std::shared_ptr<const Source> readText(const std::string &path, SetupProblems &problems) {
  auto text = InputFile::readWhole(path);
  if (text)
    return std::make_shared<const Source>(path, std::move(*text));
  problems.push_back(problem(text.error()));
  return nullptr;
}

std::expected<std::unique_ptr<Registry>, SetupProblems>
readRegistry(const std::vector<std::string> &rulePaths) {
  auto registry = std::make_unique<Registry>(Registry::builtin());
  SetupProblems problems;
  for (const std::string &path : rulePaths) {
    std::vector<std::string> files = ruleFiles(path);
    if (files.empty())
      problems.push_back(
          problem({fmt::format("{}: no rule file here; their names end in '.yaml'", path)}));
    for (const std::string &file : files) {
      std::shared_ptr<const Source> source = readText(file, problems);
      if (!source)
        continue;
      std::string group = fs::path(file).parent_path().filename().string();
      std::vector<Diagnostic> errors;
      if (!registry->add(*source, group.empty() ? "user" : group, errors))
        problems.push_back({.source = source, .findings = std::move(errors), .error = {}});
    }
  }
  if (!problems.empty())
    return std::unexpected(std::move(problems));
  return registry;
}

std::string configPathFor(const SetupOptions &options, const fs::path &folder) {
  if (!options.config.empty())
    return options.config;
  if (options.isolated)
    return {};
  std::optional<fs::path> found = findConfig(folder);
  return found ? found->string() : std::string();
}

std::expected<Setup, SetupProblems> readSetup(const SetupOptions &options, const fs::path &folder) {
  Setup setup;
  SetupProblems problems;
  std::optional<ConfigFile> file;
  setup.configPath = configPathFor(options, folder);
  if (!setup.configPath.empty()) {
    std::shared_ptr<const Source> source = readText(setup.configPath, problems);
    if (!source)
      return std::unexpected(std::move(problems));
    file =
        ConfigFile{.source = std::move(source), .folder = fs::path(setup.configPath).parent_path()};
    setup.rulePaths = rulePathsOf(*file);
  }
  setup.rulePaths.insert(setup.rulePaths.end(), options.rulePaths.begin(), options.rulePaths.end());
  auto registry = readRegistry(setup.rulePaths);
  if (!registry)
    return std::unexpected(std::move(registry.error()));
  setup.registry = std::move(*registry);

  Config config;
  std::vector<LocatedError> errors;
  bool good = file ? addConfig(*file, *setup.registry, config, errors)
                   : addPreset("recommended", *setup.registry, config, errors);
  for (LocatedError &error : errors)
    problems.push_back({.source = error.source,
                        .findings = {{.rule = "configuration",
                                      .severity = Severity::Error,
                                      .span = error.problem.span,
                                      .message = error.problem.message,
                                      .related = {},
                                      .fixes = {},
                                      .fingerprint = {}}},
                        .error = {}});
  auto layer = layerOf(options.select, options.ignore, options.settings, *setup.registry);
  if (!layer)
    problems.push_back(problem(layer.error()));
  if (!good || !layer)
    return std::unexpected(std::move(problems));
  config.layers.push_back(std::move(*layer));
  if (!options.wiki.empty())
    config.wiki = Selector{.text = options.wiki, .origin = "--wiki"};
  auto rules = PageRules::make(*setup.registry, std::move(config));
  if (!rules) {
    problems.push_back(problem(rules.error()));
    return std::unexpected(std::move(problems));
  }
  setup.rules = std::move(*rules);
  return setup;
}

} // namespace wikivet
