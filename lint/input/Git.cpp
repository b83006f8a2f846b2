// SPDX-License-Identifier: MIT
#include "lint/input/Git.h"

#include <fmt/format.h>
#include <git2.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace wikivet {

namespace fs = std::filesystem;

namespace {

/// Owns one of libgit2's objects.
template <typename Object, void (*release)(Object *)> struct Handle {
  Object *object = nullptr;

  Handle() = default;
  explicit Handle(Object *object) : object(object) {}
  Handle(const Handle &) = delete;
  Handle &operator=(const Handle &) = delete;
  ~Handle() { release(object); }
};
using ObjectHandle = Handle<git_object, git_object_free>;
using BlobHandle = Handle<git_blob, git_blob_free>;
using DiffHandle = Handle<git_diff, git_diff_free>;
using IndexHandle = Handle<git_index, git_index_free>;
using ReferenceHandle = Handle<git_reference, git_reference_free>;

std::unexpected<Error> gitError(std::string_view what) {
  const git_error *error = git_error_last();
  return std::unexpected(Error{fmt::format("{}: {}", what, error ? error->message : "git failed")});
}

std::string hexOf(const git_oid &id) {
  std::array<char, GIT_OID_HEXSZ + 1> text{};
  return git_oid_tostr(text.data(), text.size(), &id);
}

std::string contentOf(const git_blob *blob) {
  return {static_cast<const char *>(git_blob_rawcontent(blob)),
          static_cast<size_t>(git_blob_rawsize(blob))};
}

/// Renames are looked for, submodules are not.
git_diff_options diffOptions() {
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_IGNORE_SUBMODULES;
  return options;
}

} // namespace

void GitRepository::Deleter::operator()(git_repository *repository) const {
  git_repository_free(repository);
  git_libgit2_shutdown();
}

std::expected<GitRepository, Error> GitRepository::open(const std::string &folder) {
  git_libgit2_init();
  git_repository *repository = nullptr;
  // A hook is told the index: `git commit -a` and `git commit FILE` make one for the commit.
  if (git_repository_open_ext(&repository, folder.c_str(), GIT_REPOSITORY_OPEN_FROM_ENV, nullptr) !=
      0) {
    auto error = gitError(folder);
    git_libgit2_shutdown();
    return error;
  }
  return GitRepository(repository);
}

std::expected<std::string, Error> GitRepository::readRevision(const std::string &spec) const {
  std::string full = spec;
  size_t colon = spec.find(':');
  const char *top = git_repository_workdir(repository.get());
  if (top && spec.substr(colon + 1).starts_with("./")) {
    std::error_code error;
    fs::path here = fs::relative(fs::current_path(error), top, error) / spec.substr(colon + 3);
    full = fmt::format("{}:{}", spec.substr(0, colon), here.lexically_normal().generic_string());
  }
  ObjectHandle object;
  if (git_revparse_single(&object.object, repository.get(), full.c_str()) != 0)
    return gitError(spec);
  if (git_object_type(object.object) != GIT_OBJECT_BLOB)
    return std::unexpected(Error{fmt::format("{}: this is no file", spec)});
  return contentOf(reinterpret_cast<git_blob *>(object.object));
}

bool GitRepository::knows(const std::string &path, const std::string &revision) const {
  const char *top = git_repository_workdir(repository.get());
  std::error_code error;
  // Of a path that is nowhere, relative() knows nothing unless it is absolute.
  fs::path whole = fs::absolute(path, error);
  std::string inside =
      (top ? fs::relative(whole, top, error) : fs::path(path)).lexically_normal().generic_string();
  if (inside.ends_with('/'))
    inside.pop_back();
  for (const std::string &commit : {std::string("HEAD"), revision}) {
    ObjectHandle object;
    if (!commit.empty() && git_revparse_single(&object.object, repository.get(),
                                               fmt::format("{}:{}", commit, inside).c_str()) == 0)
      return true;
  }
  IndexHandle index;
  return git_repository_index(&index.object, repository.get()) == 0 &&
         (git_index_get_bypath(index.object, inside.c_str(), 0) != nullptr ||
          git_index_find_prefix(nullptr, index.object, (inside + '/').c_str()) == 0);
}

std::expected<std::string, Error> GitRepository::readBlob(const std::string &id) const {
  git_oid oid;
  BlobHandle blob;
  if (git_oid_fromstr(&oid, id.c_str()) != 0 ||
      git_blob_lookup(&blob.object, repository.get(), &oid) != 0)
    return gitError(id);
  return contentOf(blob.object);
}

std::expected<std::vector<ChangedFile>, Error>
GitRepository::changesSince(const std::string &revision) const {
  if (git_repository_is_bare(repository.get()) != 0)
    return std::unexpected(Error{"this git repository has no work tree"});
  ObjectHandle object, commit, tree;
  if (git_revparse_single(&object.object, repository.get(), revision.c_str()) != 0 ||
      git_object_peel(&commit.object, object.object, GIT_OBJECT_COMMIT) != 0)
    return gitError(revision);
  git_oid head, base = *git_object_id(commit.object);
  if (git_reference_name_to_id(&head, repository.get(), "HEAD") == 0) {
    git_oid common;
    if (git_merge_base(&common, repository.get(), &head, &base) == 0)
      base = common;
  }
  ObjectHandle from;
  if (git_object_lookup(&from.object, repository.get(), &base, GIT_OBJECT_COMMIT) != 0 ||
      git_object_peel(&tree.object, from.object, GIT_OBJECT_TREE) != 0)
    return gitError(revision);
  git_diff_options options = diffOptions();
  git_diff *diff = nullptr;
  if (git_diff_tree_to_workdir_with_index(&diff, repository.get(),
                                          reinterpret_cast<git_tree *>(tree.object), &options) != 0)
    return gitError(revision);
  return filesOf(diff, true);
}

std::expected<std::vector<ChangedFile>, Error> GitRepository::stagedChanges() const {
  ReferenceHandle head;
  ObjectHandle tree;
  int found = git_repository_head(&head.object, repository.get());
  // Before the first commit, all that is staged is new.
  if (found != GIT_EUNBORNBRANCH &&
      (found != 0 || git_reference_peel(&tree.object, head.object, GIT_OBJECT_TREE) != 0))
    return gitError("HEAD");
  git_diff_options options = diffOptions();
  git_diff *diff = nullptr;
  if (git_diff_tree_to_index(&diff, repository.get(), reinterpret_cast<git_tree *>(tree.object),
                             nullptr, &options) != 0)
    return gitError("the index");
  return filesOf(diff, false);
}

std::expected<std::vector<ChangedFile>, Error> GitRepository::filesOf(git_diff *diff,
                                                                      bool inWorkTree) const {
  DiffHandle owner(diff);
  if (git_diff_find_similar(diff, nullptr) != 0)
    return gitError("renamed files");
  const char *top = git_repository_workdir(repository.get());
  std::vector<ChangedFile> files;
  for (size_t i = 0; i < git_diff_num_deltas(diff); ++i) {
    const git_diff_delta *delta = git_diff_get_delta(diff, i);
    bool isFile = delta->new_file.mode == GIT_FILEMODE_BLOB ||
                  delta->new_file.mode == GIT_FILEMODE_BLOB_EXECUTABLE;
    bool isThere = delta->status == GIT_DELTA_ADDED || delta->status == GIT_DELTA_MODIFIED ||
                   delta->status == GIT_DELTA_RENAMED || delta->status == GIT_DELTA_COPIED ||
                   delta->status == GIT_DELTA_TYPECHANGE ||
                   (delta->status == GIT_DELTA_CONFLICTED && inWorkTree);
    if (!isFile || !isThere)
      continue;
    bool hadText = delta->old_file.mode == GIT_FILEMODE_BLOB ||
                   delta->old_file.mode == GIT_FILEMODE_BLOB_EXECUTABLE;
    std::error_code error;
    std::string path = delta->new_file.path;
    if (top)
      path = fs::proximate(fs::path(top) / path, error).generic_string();
    files.push_back({.path = std::move(path),
                     .before = hadText ? hexOf(delta->old_file.id) : "",
                     .after = inWorkTree ? "" : hexOf(delta->new_file.id)});
  }
  std::ranges::sort(files, {}, &ChangedFile::path);
  return files;
}

} // namespace wikivet
