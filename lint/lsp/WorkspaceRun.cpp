// SPDX-License-Identifier: MIT
#include "lint/lsp/WorkspaceRun.h"

#include "lint/input/PageStream.h"
#include "lint/lsp/features/Features.h"
#include "lint/support/InputFile.h"
#include "lint/support/Uri.h"

#include <fmt/format.h>

namespace wikivet::lsp {

WorkspaceRun::WorkspaceRun(std::vector<std::string> folders,
                           const std::vector<SnapshotPtr> &snapshots,
                           std::map<std::string, std::string> previousResults)
    : folders(std::move(folders)), resultIds(std::move(previousResults)) {
  for (const SnapshotPtr &snapshot : snapshots)
    if (auto path = pathOfUri(snapshot->uri))
      open[*path] = snapshot;
}

bool WorkspaceRun::isDone() {
  if (!folders.empty()) {
    std::vector<Error> nothingThere; // a folder without pages is no mistake here
    for (const std::string &file : expandPaths(folders, nothingThere))
      if (!file.ends_with(".xml")) // exports hold many pages, which an editor does not show
        files.push_back(file);
    folders.clear();
  }
  return next == files.size();
}

Json WorkspaceRun::step(Projects &projects, Analyses &analyses, const Client &client,
                        const Settings &settings, const std::string &path,
                        const std::stop_token &stop) {
  const std::string &file = files[next++];
  std::string uri = pathUri(file);
  Json report = {{"uri", uri}, {"version", nullptr}, {"kind", "full"}};
  if (auto found = open.find(file); found != open.end()) {
    Analysis &page = analyses.of(found->second, settings.setup);
    report["uri"] = found->second->uri;
    report["version"] = found->second->version;
    report["items"] = diagnosticsOf(page, client, settings, stop);
    return report["items"].is_null() ? Json() : report;
  }
  auto text = InputFile::readWhole(file);
  ProjectPtr project = projects.of(file, settings.setup);
  if (!text || !project)
    return nullptr;
  std::string result = fmt::format("{:016x}.{}", std::hash<std::string>()(*text), project->serial);
  report["resultId"] = result;
  if (auto known = resultIds.find(uri); known != resultIds.end() && known->second == result) {
    report["kind"] = "unchanged";
    return report;
  }
  auto source = std::make_shared<const Source>(path, std::move(*text));
  auto snapshot = std::make_shared<const Snapshot>(
      Snapshot{.uri = uri, .version = 0, .serial = 0, .source = source});
  Analysis page(snapshot, project);
  report["items"] = diagnosticsOf(page, client, settings, stop);
  return report["items"].is_null() ? Json() : report;
}

} // namespace wikivet::lsp
