// SPDX-License-Identifier: MIT
#include "lint/cli/GitPages.h"

#include "lint/cli/Commands.h"
#include "lint/input/Export.h"
#include "lint/input/PageStream.h"
#include "lint/input/PlainText.h"
#include "lint/support/InputFile.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace wikivet {

namespace fs = std::filesystem;

void addGitOptions(CLI::App &command, GitOptions &options) {
  auto *since = command.add_option("--since", options.since,
                                   "Only pages that differ from a git revision: from where HEAD "
                                   "left it, as in 'git diff REV...'");
  since->type_name("REV");
  command
      .add_flag("--staged", options.staged,
                "Only pages that are staged for the next git commit, as they are staged")
      ->excludes(since);
}

/// Whether a file is one of the paths or below one, or any page if there are no paths.
static bool isWanted(const std::string &file, const std::vector<std::string> &paths) {
  if (paths.empty())
    return isPageFile(file);
  return std::ranges::any_of(paths, [&](const std::string &path) {
    std::error_code error;
    std::string wanted = fs::proximate(path, error).lexically_normal().generic_string();
    if (file == wanted)
      return true;
    if (!isPageFile(file))
      return false;
    return wanted == "." ? !file.starts_with("../")
                         : file.starts_with(wanted.ends_with('/') ? wanted : wanted + '/');
  });
}

std::optional<GitPages> GitPages::open(const GitOptions &options,
                                       const std::vector<std::string> &paths) {
  auto repository = GitRepository::open(".");
  if (!repository) {
    reportFailure(repository.error());
    return std::nullopt;
  }
  auto files =
      options.staged ? repository->stagedChanges() : repository->changesSince(options.since);
  if (!files) {
    reportFailure(files.error());
    return std::nullopt;
  }
  for (const std::string &path : paths) {
    std::error_code error;
    if (!fs::exists(path, error) && !repository->knows(path, options.since)) {
      reportFailure({fmt::format("{}: no file or folder of this name is here or in git", path)});
      return std::nullopt;
    }
  }
  std::erase_if(*files, [&](const ChangedFile &file) { return !isWanted(file.path, paths); });
  GitPages pages(std::move(*repository));
  pages.files = std::move(*files);
  pages.beforeRevision = options.staged ? "HEAD" : options.since;
  return pages;
}

std::vector<std::string> GitPages::paths() const {
  std::vector<std::string> result;
  result.reserve(files.size());
  for (const ChangedFile &file : files)
    result.push_back(file.path);
  return result;
}

std::unique_ptr<Source> GitPages::read(const ChangedFile &file) {
  auto text =
      file.after.empty() ? InputFile::readWhole(file.path) : repository.readBlob(file.after);
  if (!text) {
    reportFailure(text.error());
    hasFailed = true;
    return nullptr;
  }
  // Exports are no pages that anybody edits.
  if (looksLikeExport(*text))
    return nullptr;
  if (auto result = checkPlainText(file.path, *text); !result) {
    reportFailure(result.error());
    hasFailed = true;
    return nullptr;
  }
  return std::make_unique<Source>(file.path, std::move(*text));
}

std::unique_ptr<Source> GitPages::next() {
  while (position < files.size())
    if (std::unique_ptr<Source> page = read(files[position++]))
      return page;
  return nullptr;
}

std::optional<PageRevisions> GitPages::nextRevisions() {
  while (position < files.size()) {
    const ChangedFile &file = files[position++];
    std::unique_ptr<Source> after = read(file);
    if (!after)
      continue;
    auto text = file.before.empty() ? std::string() : repository.readBlob(file.before);
    if (!text) {
      reportFailure(text.error());
      hasFailed = true;
      continue;
    }
    return PageRevisions{.before = std::make_unique<Source>(file.path, std::move(*text)),
                         .after = std::move(after),
                         .beforeName = fmt::format("{}:{}", beforeRevision, file.path)};
  }
  return std::nullopt;
}

} // namespace wikivet
