// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/lsp/Documents.h"
#include "lint/lsp/Projects.h"
#include "lint/model/Document.h"

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace wikivet::lsp {

/// A version of a document, its models, and what was found in it: each is worked out when it is
/// first asked for. Used by one thread.
class Analysis {
public:
  Analysis(SnapshotPtr snapshot, ProjectPtr project);

  const Snapshot &snapshot() const { return *version; }
  const Source &source() const { return *version->source; }
  const Document &document() const;
  /// Null while the configuration can't be read: nothing is found then.
  const Project *project() const { return rules.get(); }
  /// Null without a project.
  const Ruleset *ruleset() const { return chosen; }

  /// What is found, without what baselines hold; null if the run was stopped.
  const std::vector<Diagnostic> *findings(const std::stop_token &stop);
  /// Whether they are known.
  bool isLinted() const { return found.has_value(); }

private:
  friend class Analyses;
  SnapshotPtr version;
  ProjectPtr rules;
  const Ruleset *chosen = nullptr;
  std::shared_ptr<const Wiki> wiki; ///< that of pages without a ruleset
  mutable std::unique_ptr<const Document> page;
  std::optional<std::vector<Diagnostic>> found;
};

/// What was found in a version of a document.
struct PastFindings {
  SnapshotPtr snapshot;
  ProjectPtr project;
  std::vector<Diagnostic> findings;
};

/// The analyses of open documents, one for each. Used by one thread.
class Analyses {
public:
  explicit Analyses(Projects &projects) : projects(&projects) {}

  /// Valid until the next call for the same document.
  Analysis &of(const SnapshotPtr &snapshot, const SetupOptions &options);
  /// What was found in the last version that was looked at before this one; null if there is none,
  /// or the rules have changed.
  const PastFindings *before(const Analysis &analysis) const;
  void forget(const std::string &uri);

private:
  Projects *projects;
  std::map<std::string, std::unique_ptr<Analysis>> made; ///< by URI
  std::map<std::string, PastFindings> past;              ///< by URI
};

} // namespace wikivet::lsp
