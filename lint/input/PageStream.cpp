// SPDX-License-Identifier: MIT
#include "lint/input/PageStream.h"

#include "lint/input/ByteStream.h"
#include "lint/input/ExportFragment.h"
#include "lint/input/Multistream.h"
#include "lint/input/PlainText.h"
#include "lint/support/InputFile.h"
#include "lint/support/Plural.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>

namespace wikivet {

namespace {

/// A stream of one page that is at hand.
class SinglePage final : public PageStream {
public:
  SinglePage(std::unique_ptr<Source> page, uint64_t size) : page(std::move(page)), size(size) {}
  std::unique_ptr<Source> next() override { return std::move(page); }
  PagePosition position() const override { return {.pages = page ? 0U : 1U}; }
  uint64_t bytesRead() const override { return size; }
  const std::optional<Error> &error() const override { return none; }

private:
  std::unique_ptr<Source> page;
  uint64_t size; ///< of the file
  std::optional<Error> none;
};

class ExportPages final : public PageStream {
public:
  ExportPages(std::unique_ptr<ByteStream> bytes, std::string name, const ReadOptions &options,
              std::optional<uint64_t> pagesBefore)
      : reader(std::move(bytes), name, options.filter, options.done, pagesBefore),
        name(std::move(name)), done(options.done) {}

  std::unique_ptr<Source> next() override {
    std::optional<Revision> revision = reader.next();
    if (!revision)
      return nullptr;
    done = revision->done;
    return std::move(revision->page);
  }
  PagePosition position() const override { return done; }
  uint64_t bytesRead() const override { return reader.bytesRead(); }
  const std::optional<Error> &error() const override { return reader.error(); }
  std::string omissions() const override {
    uint64_t total = 0;
    std::vector<std::string> parts;
    for (const auto &[model, count] : reader.otherModels()) {
      total += count;
      parts.push_back(fmt::format("{} {}", count, model));
    }
    return total == 0 ? ""
                      : fmt::format("{}: left out {} not in wikitext ({})", name,
                                    counted(total, "page"), fmt::join(parts, ", "));
  }

private:
  ExportReader reader;
  std::string name;
  PagePosition done;
};

} // namespace

bool isPageFile(const std::filesystem::path &path) {
  constexpr std::array<std::string_view, 5> endings = {".wiki", ".wikitext", ".mediawiki", ".mw",
                                                       ".xml"};
  std::string ending = path.extension().string();
  if (isCompressedEnding(ending))
    ending = path.stem().extension().string();
  return std::ranges::find(endings, ending) != endings.end();
}

std::expected<std::unique_ptr<PageStream>, Error> PageStream::open(const std::string &path,
                                                                   const ReadOptions &options) {
  std::string index = options.index.empty() ? multistreamIndexOf(path) : options.index;
  if (!index.empty()) {
    auto part = openPart(path, index, options.filter, options.done);
    if (!part)
      return std::unexpected(part.error());
    if (std::optional<DumpPart> &wanted = *part)
      return std::make_unique<ExportPages>(std::move(wanted->bytes), path, options,
                                           wanted->pagesBefore);
  }
  auto bytes = openBytes(path);
  if (!bytes)
    return std::unexpected(bytes.error());
  std::string name = path == "-" ? "<stdin>" : path;
  std::string text;
  if (auto result = readSample(**bytes, text); !result)
    return std::unexpected(result.error());
  if (looksLikeExport(text))
    return std::make_unique<ExportPages>(rewind(std::move(text), std::move(*bytes)),
                                         std::move(name), options, std::nullopt);
  if (auto result = checkPlainText(name, text); !result)
    return std::unexpected(result.error());
  if (auto result = readAll(**bytes, name, text); !result)
    return std::unexpected(result.error());
  uint64_t size = (*bytes)->bytesRead();
  if (options.done.pages > 0)
    return std::make_unique<SinglePage>(nullptr, size);
  auto page = readExportFragment(name, text);
  if (!page)
    page = std::make_unique<Source>(std::move(name), std::move(text));
  return std::make_unique<SinglePage>(std::move(page), size);
}

std::vector<std::string> expandPaths(const std::vector<std::string> &paths,
                                     std::vector<Error> &errors) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::set<std::string> known;
  // One name for a file however it is given: findings are known again by it, and other programs
  // look for it in a repository.
  auto add = [&](const std::string &path) {
    fs::path name;
    for (const fs::path &part : fs::path(path))
      if (part != ".") // `..` stays: what is before it may be a link
        name /= part;
    if (known.insert(name.lexically_normal().string()).second)
      files.push_back(name.string());
  };
  for (const std::string &path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      add(path);
      continue;
    }
    std::vector<std::string> found;
    auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(path, options, error), end; !error && entry != end;
         entry.increment(error))
      if (entry->is_regular_file(error) && isPageFile(entry->path()))
        found.push_back(entry->path().string());
    if (error)
      errors.push_back({fmt::format("{}: {}", path, error.message())});
    else if (found.empty())
      errors.push_back({fmt::format("{}: no file here ends in .wiki, .wikitext, .mediawiki, .mw or "
                                    ".xml (or that and .bz2, .gz, .xz, .zst or .7z)",
                                    path)});
    std::ranges::sort(found);
    std::ranges::for_each(found, add);
  }
  return files;
}

} // namespace wikivet
