// SPDX-License-Identifier: MIT
#include "lint/cli/NamedRevision.h"

#include "lint/input/Export.h"
#include "lint/input/Git.h"
#include "lint/input/PageStream.h"
#include "lint/input/PlainText.h"

#include <fmt/format.h>

#include <filesystem>

namespace wikivet {

static std::expected<std::unique_ptr<Source>, Error> readOnlyPage(const std::string &path) {
  auto stream = PageStream::open(path);
  if (!stream)
    return std::unexpected(stream.error());
  std::unique_ptr<Source> page = (*stream)->next();
  bool hasMore = page && (*stream)->next();
  if (const std::optional<Error> &error = (*stream)->error())
    return std::unexpected(*error);
  if (!page)
    return std::unexpected(Error{fmt::format("{}: there is no page in this export", path)});
  if (hasMore)
    return std::unexpected(Error{fmt::format(
        "{}: there are several pages in this export: name a revision by its number, as {}#12345",
        path, path)});
  return page;
}

static std::expected<std::unique_ptr<Source>, Error> readFromExport(const std::string &path,
                                                                    const std::string &id) {
  auto revisions = openRevisions(path);
  if (!revisions)
    return std::unexpected(revisions.error());
  while (std::optional<Revision> revision = (*revisions)->next())
    if (revision->id == id)
      return std::move(revision->page);
  if (const std::optional<Error> &error = (*revisions)->error())
    return std::unexpected(*error);
  return std::unexpected(Error{fmt::format("{}: no revision {} in this export", path, id)});
}

std::string fileOfRevision(const std::string &name) {
  std::error_code error;
  size_t hash = name.rfind('#');
  bool isInExport = hash != std::string::npos && !std::filesystem::exists(name, error) &&
                    std::filesystem::exists(name.substr(0, hash), error);
  return isInExport ? name.substr(0, hash) : name;
}

std::expected<std::unique_ptr<Source>, Error> readNamedRevision(const std::string &name) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (name == "-" || fs::is_regular_file(name, error) || fs::is_fifo(name, error))
    return readOnlyPage(name);
  if (std::string file = fileOfRevision(name); file != name)
    return readFromExport(file, name.substr(file.size() + 1));
  size_t colon = name.find(':');
  if (colon == std::string::npos || colon == 0)
    return readOnlyPage(name); // which says what is wrong
  auto repository = GitRepository::open(".");
  if (!repository)
    return std::unexpected(repository.error());
  auto text = repository->readRevision(name);
  if (!text)
    return std::unexpected(text.error());
  if (auto result = checkPlainText(name, *text); !result)
    return std::unexpected(result.error());
  return std::make_unique<Source>(name.substr(colon + 1), std::move(*text));
}

} // namespace wikivet
