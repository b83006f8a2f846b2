// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <expected>
#include <memory>
#include <string>
#include <vector>

struct git_repository; // NOLINT(readability-identifier-naming): not ours
struct git_diff;       // NOLINT(readability-identifier-naming): not ours

namespace wikivet {

/// A file of a git repository that was changed or added.
struct ChangedFile {
  std::string path; ///< relative to the working folder
  /// Its older content, by its blob's id in hexadecimal digits; empty: it is new. A file that was
  /// renamed has that of its old name.
  std::string before;
  std::string after; ///< the same of its newer content; empty: what stands in the work tree
};

/// A git repository, read by libgit2: what is committed, what is in the index, what is changed.
class GitRepository {
public:
  /// The repository that a folder belongs to, or that which git's variables of the environment
  /// name, as GIT_INDEX_FILE in a hook.
  static std::expected<GitRepository, Error> open(const std::string &folder);

  /// The content of a file in a revision, `REV:path` as git writes it: the path counts from the top
  /// of the repository, or from the working folder if it begins with "./".
  std::expected<std::string, Error> readRevision(const std::string &spec) const;
  /// A blob's content.
  std::expected<std::string, Error> readBlob(const std::string &id) const;

  /// Whether a file or folder, relative to the working folder, is in HEAD, in the index or in
  /// another revision, if one is named.
  bool knows(const std::string &path, const std::string &revision) const;

  /// What differs between the commit at which HEAD left a revision (its merge base, as `git diff
  /// REV...` takes it; the revision itself if they share no history) and the work tree.
  std::expected<std::vector<ChangedFile>, Error> changesSince(const std::string &revision) const;
  /// What differs between HEAD, if there is a commit, and the index.
  std::expected<std::vector<ChangedFile>, Error> stagedChanges() const;

private:
  struct Deleter {
    void operator()(git_repository *repository) const;
  };
  explicit GitRepository(git_repository *repository) : repository(repository) {}
  /// Files that are there on the new side; folders of submodules, links and what is deleted are
  /// left out. Takes the diff.
  std::expected<std::vector<ChangedFile>, Error> filesOf(git_diff *diff, bool inWorkTree) const;

  std::unique_ptr<git_repository, Deleter> repository;
};

} // namespace wikivet
