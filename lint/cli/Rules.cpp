// SPDX-License-Identifier: MIT
#include "lint/cli/Rules.h"

#include "lint/diag/render/Renderer.h"
#include "lint/input/InputFile.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace wikivet {

static std::vector<std::string> ruleFiles(const std::string &path) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(path, error))
    return {path};
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().extension() == ".yaml")
      files.push_back(entry->path().string());
  std::ranges::sort(files);
  return files;
}

std::optional<Registry> loadRegistry(const std::vector<std::string> &rulePaths) {
  Registry registry = Registry::builtin();
  bool good = true;
  auto toStderr = [](std::string_view text) { fmt::print(stderr, "{}", text); };
  std::unique_ptr<Renderer> renderer = makeConciseRenderer({}, toStderr);
  for (const std::string &path : rulePaths) {
    std::vector<std::string> files = ruleFiles(path);
    if (files.empty()) {
      fmt::print(stderr, "wikivet: {}: no rule file (.yaml) here\n", path);
      good = false;
    }
    for (const std::string &file : files) {
      std::string text;
      auto input = InputFile::open(file);
      auto result = input ? input->readAll(text) : std::unexpected(input.error());
      if (!result) {
        fmt::print(stderr, "wikivet: {}\n", result.error().message);
        good = false;
        continue;
      }
      Source source(file, std::move(text));
      std::string group = std::filesystem::path(file).parent_path().filename().string();
      std::vector<Diagnostic> errors;
      if (!registry.add(source, group.empty() ? "user" : group, errors)) {
        renderer->page(source, errors);
        good = false;
      }
    }
  }
  return good ? std::optional(std::move(registry)) : std::nullopt;
}

} // namespace wikivet
