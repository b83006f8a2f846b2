// SPDX-License-Identifier: MIT
#include "lint/cli/CacheFolder.h"

#include "lint/support/InputFile.h"

#include <fmt/format.h>

#include <cstdlib>
#include <system_error>

namespace wikivet {

namespace fs = std::filesystem;

/// Tells one build from another; empty if the program can't find itself.
static std::string buildId() {
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error)
    return "";
  uintmax_t size = fs::file_size(program, error);
  auto time = fs::last_write_time(program, error).time_since_epoch().count();
  return error ? "" : fmt::format("{} {} {}", WIKIVET_VERSION, size, time);
}

fs::path cacheFolder() {
  if (const char *folder = std::getenv("WIKIVET_CACHE_DIR"))
    return folder;
  if (const char *caches = std::getenv("XDG_CACHE_HOME"); caches && *caches)
    return fs::path(caches) / "wikivet";
  if (const char *home = std::getenv("HOME"); home && *home)
    return fs::path(home) / ".cache" / "wikivet";
  return {};
}

std::unique_ptr<Cache> openCache(const Setup &setup) {
  fs::path folder = cacheFolder();
  std::string context = buildId();
  if (folder.empty() || context.empty())
    return nullptr;
  std::vector<std::string> files = ruleFilesOf(setup.rulePaths);
  if (const std::optional<Selector> &wiki = setup.rules->config().wiki;
      wiki && wiki->text.ends_with(".yaml"))
    files.push_back(wiki->text);
  for (const std::string &file : files) {
    auto text = InputFile::readWhole(file);
    if (!text)
      return nullptr;
    context += fmt::format("\x1e{}\x1e{}", file, *text);
  }
  return std::make_unique<Cache>(std::move(folder), std::move(context));
}

} // namespace wikivet
