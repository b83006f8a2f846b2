// SPDX-License-Identifier: MIT
#pragma once

#include "lint/lsp/Analysis.h"
#include "lint/lsp/Client.h"
#include "lint/lsp/Protocol.h"
#include "lint/lsp/Settings.h"

#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace wikivet::lsp {

/// Looks at all pages of the workspace, a file at a time, so that other work can be done between.
class WorkspaceRun {
public:
  /// Those that are open in the editor are looked at as they are there.
  WorkspaceRun(std::vector<std::string> folders, const std::vector<SnapshotPtr> &open,
               std::map<std::string, std::string> previousResults);

  /// When first asked, looks which files there are.
  bool isDone();
  /// The report on the next page, a `WorkspaceDocumentDiagnosticReport`; null if the run was
  /// stopped or the file can't be read.
  Json step(Projects &projects, Analyses &analyses, const Client &client, const Settings &settings,
            const std::string &path, const std::stop_token &stop);
  const std::string &nextFile() const { return files[next]; }

  Json items = Json::array(); ///< reports so far
  bool publishes = false;     ///< findings are published instead of being reported

private:
  std::vector<std::string> folders; ///< empty once their files are known
  std::vector<std::string> files;
  size_t next = 0;
  std::map<std::string, SnapshotPtr> open;      ///< by path
  std::map<std::string, std::string> resultIds; ///< that the client has, by URI
};

} // namespace wikivet::lsp
