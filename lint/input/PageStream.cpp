// SPDX-License-Identifier: MIT
#include "lint/input/PageStream.h"

#include "lint/input/Export.h"
#include "lint/support/InputFile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace wikivet {

namespace {

/// Bytes that are looked at to tell what a file holds.
constexpr size_t sampleSize = size_t{1} << 16;

/// A stream of one page that is at hand.
class SinglePage final : public PageStream {
public:
  explicit SinglePage(std::unique_ptr<Source> page) : page(std::move(page)) {}
  std::unique_ptr<Source> next() override { return std::move(page); }

private:
  std::unique_ptr<Source> page;
};

} // namespace

bool isPageFile(const std::filesystem::path &path) {
  constexpr std::array<std::string_view, 5> endings = {".wiki", ".wikitext", ".mediawiki", ".mw",
                                                       ".xml"};
  return std::ranges::find(endings, path.extension().string()) != endings.end();
}

std::expected<std::unique_ptr<PageStream>, Error> PageStream::open(const std::string &path) {
  auto file = InputFile::open(path);
  if (!file)
    return std::unexpected(file.error());
  std::string text;
  if (auto result = file->read(text, sampleSize); !result)
    return std::unexpected(result.error());
  std::string name = path == "-" ? "<stdin>" : path;
  if (looksLikeExport(text))
    return makeExportStream(std::move(*file), std::move(name), std::move(text));
  if (auto result = file->readAll(text); !result)
    return std::unexpected(result.error());
  if (auto fragment = readExportFragment(name, text))
    return std::make_unique<SinglePage>(std::move(fragment));
  return std::make_unique<SinglePage>(std::make_unique<Source>(std::move(name), std::move(text)));
}

std::vector<std::string> expandPaths(const std::vector<std::string> &paths,
                                     std::vector<Error> &errors) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const std::string &path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      files.push_back(path);
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
                                    ".xml",
                                    path)});
    std::ranges::sort(found);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

} // namespace wikivet
