// SPDX-License-Identifier: MIT
#pragma once

#include "lint/engine/Session.h"
#include "lint/input/Git.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
} // namespace CLI

namespace wikivet {

/// The options by which a subcommand finds changed pages in a git repository.
struct GitOptions {
  std::string since; ///< a revision; empty: not given
  bool staged = false;

  bool isGiven() const { return staged || !since.empty(); }
};

void addGitOptions(CLI::App &command, GitOptions &options);

/// The pages in wikitext that were changed or added in a git repository. Says on standard error
/// what can't be read, and goes on.
class GitPages {
public:
  /// The changed pages that are among the paths, or all if there are none. A file that a path names
  /// counts whatever its ending is. Says on standard error why it can't be done, as where there is
  /// nothing of a path's name; nothing then.
  static std::optional<GitPages> open(const GitOptions &options,
                                      const std::vector<std::string> &paths);

  /// Paths of the pages.
  std::vector<std::string> paths() const;
  /// The next page as it is now, or null after the last.
  std::unique_ptr<Source> next();
  /// The next page as it was and is, or nothing after the last. A new page was empty.
  std::optional<PageRevisions> nextRevisions();
  bool failed() const { return hasFailed; }

private:
  explicit GitPages(GitRepository repository) : repository(std::move(repository)) {}
  /// The newer content of a file. Null if it can't be read, or is no wikitext.
  std::unique_ptr<Source> read(const ChangedFile &file);

  GitRepository repository;
  std::vector<ChangedFile> files;
  size_t position = 0;
  std::string beforeRevision; ///< what the older side is called
  bool hasFailed = false;
};

} // namespace wikivet
