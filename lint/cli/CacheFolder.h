// SPDX-License-Identifier: MIT
#pragma once

#include "lint/cli/Setup.h"
#include "lint/engine/Cache.h"

#include <filesystem>
#include <memory>

namespace wikivet {

/// Where findings are kept: $WIKIVET_CACHE_DIR, or `wikivet` in $XDG_CACHE_HOME or ~/.cache. Empty
/// if there is no such place, or $WIKIVET_CACHE_DIR is set but empty.
std::filesystem::path cacheFolder();

/// The cache for a run; null if there is none.
std::unique_ptr<Cache> openCache(const Setup &setup);

} // namespace wikivet
