// SPDX-License-Identifier: MIT
#include "lint/cli/CacheFolder.h"
#include "lint/cli/Commands.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wikivet {

static int clean() {
  std::filesystem::path folder = cacheFolder();
  if (folder.empty())
    return reportFailure({"there is no folder for a cache: neither HOME nor XDG_CACHE_HOME nor "
                          "WIKIVET_CACHE_DIR says where"});
  auto removed = Cache::remove(folder);
  if (!removed)
    return reportFailure(removed.error());
  fmt::print("{}: {} entries removed\n", folder.string(), *removed);
  return exitClean;
}

void addCleanCommand(CLI::App &app, Command &chosen) {
  CLI::App *command =
      app.add_subcommand("clean", "Remove the cache of findings that 'wikivet check' keeps");
  command->callback([&chosen] { chosen = clean; });
}

} // namespace wikivet
