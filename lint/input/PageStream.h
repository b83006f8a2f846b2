// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"
#include "lint/support/Source.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// The pages of one file or of standard input, one by one: a text in wikitext is one page, a
/// MediaWiki XML export holds many, and a fragment of an export (anything up to an escaped `<text>`
/// element) one. What it is is told by the content, not by the name.
class PageStream {
public:
  virtual ~PageStream() = default;

  /// The next page, or null at the end or after an error.
  virtual std::unique_ptr<Source> next() = 0;
  /// Why the stream ended early, if it did. The pages before were good.
  const std::optional<Error> &error() const { return failure; }

  /// Opens a file, or standard input for `-`.
  static std::expected<std::unique_ptr<PageStream>, Error> open(const std::string &path);

protected:
  std::optional<Error> failure;
};

/// Whether a file looks like wikitext or an export by its ending.
bool isPageFile(const std::filesystem::path &path);

/// Replaces folders by the files in them, sorted, that look like wikitext or exports by their
/// ending (.wiki .wikitext .mediawiki .mw .xml). A missing path stays, so that opening it says so;
/// a folder in which nothing matches is an error in `errors`.
std::vector<std::string> expandPaths(const std::vector<std::string> &paths,
                                     std::vector<Error> &errors);

} // namespace wikivet
