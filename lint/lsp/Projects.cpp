// SPDX-License-Identifier: MIT
#include "lint/lsp/Projects.h"

#include <fmt/format.h>

namespace wikivet::lsp {

namespace fs = std::filesystem;

/// Every problem on a line, each with its place.
static std::string messageOf(const SetupProblems &problems) {
  std::string text;
  for (const SetupProblem &problem : problems) {
    if (!problem.source)
      text += fmt::format("{}{}", text.empty() ? "" : "\n", problem.error.message);
    for (const Diagnostic &finding : problem.findings) {
      Position place = problem.source->lines().position(finding.span.begin);
      text += fmt::format("{}{}:{}:{}: {}", text.empty() ? "" : "\n", problem.source->path(),
                          place.line, place.column, finding.message);
    }
  }
  return text;
}

ProjectPtr Projects::read(const SetupOptions &options, const fs::path &folder) {
  auto setup = readSetup(options, folder);
  if (!setup) {
    report(messageOf(setup.error()));
    return nullptr;
  }
  auto project = std::make_shared<Project>(
      Project{.setup = std::move(*setup), .known = {}, .serial = ++lastSerial});
  const Config &config = project->setup.rules->config();
  for (const std::optional<Selector> &file : {config.baseline, config.suppressions})
    if (file)
      if (auto result = project->known.read(file->text); !result)
        report(fmt::format("{}: {}", file->origin, result.error().message));
  return project;
}

ProjectPtr Projects::of(const std::string &path, const SetupOptions &options) {
  std::error_code error;
  fs::path folder = path.empty() ? fs::current_path(error) : fs::path(path).parent_path();
  std::string config = configPathFor(options, folder);
  fs::file_time_type time = fs::last_write_time(config, error);
  Entry &entry = entries[config];
  if (!entry.isFresh || entry.time != time) {
    if (ProjectPtr project = read(options, folder))
      entry.project = std::move(project);
    entry.time = time;
    entry.isFresh = true;
  }
  return entry.project;
}

void Projects::reload() {
  for (auto &[path, entry] : entries)
    entry.isFresh = false;
}

} // namespace wikivet::lsp
