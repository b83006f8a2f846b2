// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Ruleset.h"
#include "lint/diag/Diagnostic.h"
#include "lint/support/Error.h"
#include "lint/support/Source.h"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace wikivet {

/// Findings of pages that were linted before, in a folder that all runs share: a file for each page
/// and set of rules, named by a hash (XXH3, 128 bits) of all that the findings depend on, so that
/// nothing is ever out of date. Entries are put in place as a whole; processes and threads may work
/// with one folder at once. What can't be read or written is no error: the page is linted.
class Cache {
public:
  /// `context` is what findings depend on besides the page and what its ruleset says: which program
  /// this is, and the content of the rule files and data files of a wiki that it has read.
  Cache(std::filesystem::path folder, std::string context)
      : folder(std::move(folder)), context(std::move(context)) {}

  /// As wikivet::lint(), from the cache if the page is there, into it otherwise. Very short pages
  /// and pages of exports, of which there may be millions, are only linted.
  std::vector<Diagnostic> lint(const Source &source, const Ruleset &ruleset);

  /// Removes all entries of a cache, and its folder if nothing else is in it; gives their number.
  /// An error if this is no cache.
  static std::expected<uintmax_t, Error> remove(const std::filesystem::path &folder);

private:
  std::string rulesetKey(const Ruleset &ruleset);
  std::filesystem::path entryOf(const Source &source, const Ruleset &ruleset);

  std::filesystem::path folder;
  std::string context;
  std::mutex guard;
  std::map<const Ruleset *, std::string> keys;
};

} // namespace wikivet
