// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/PageFilter.h"
#include "lint/support/Error.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
} // namespace CLI

namespace wikivet {

/// The options that say which pages of the files a subcommand reads.
struct PageOptions {
  std::vector<std::string> namespaces, titles;
  std::string titleRegex;
  std::string revisions = "latest";
  std::optional<uint64_t> limit; ///< pages at most
  std::string index;             ///< of a multistream dump
  std::string resume;            ///< file that keeps how far the run has come; empty: none
  std::string progress = "auto";

  /// What they say of pages in exports.
  std::expected<PageFilter, Error> filter() const;
  /// All that says which pages are read.
  std::string describe() const;
};

void addPageOptions(CLI::App &command, PageOptions &options);

} // namespace wikivet
