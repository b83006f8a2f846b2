// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/Export.h"
#include "lint/input/PageFilter.h"
#include "lint/support/Error.h"
#include "lint/support/Source.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// How files are read.
struct ReadOptions {
  PageFilter filter; ///< of pages in exports; other texts are always wanted
  PagePosition done; ///< of an export: what is not to be given again
  std::string index; ///< of a multistream dump, if it isn't the one that lies beside it
};

/// The pages of one file or of standard input, one by one: a text in wikitext is one page, a
/// MediaWiki XML export holds many, and a fragment of an export (anything up to an escaped `<text>`
/// element) one. Each may be compressed. What it is is told by the content, not by the name.
class PageStream {
public:
  virtual ~PageStream() = default;

  /// The next page, or null at the end or after an error.
  virtual std::unique_ptr<Source> next() = 0;
  /// How far the file is read with the last page given.
  virtual PagePosition position() const = 0;
  /// How many bytes of the file itself have been read.
  virtual uint64_t bytesRead() const = 0;
  /// What was left out, in words; empty if nothing was.
  virtual std::string omissions() const { return ""; }
  /// Why the stream ended early, if it did. The pages before were good.
  virtual const std::optional<Error> &error() const = 0;

  /// Opens a file, or standard input for `-`.
  static std::expected<std::unique_ptr<PageStream>, Error> open(const std::string &path,
                                                                const ReadOptions &options = {});
};

/// Whether a file looks like wikitext or an export by its ending.
bool isPageFile(const std::filesystem::path &path);

/// Replaces folders by the files in them, sorted, that look like wikitext or exports by their
/// ending (.wiki .wikitext .mediawiki .mw .xml, perhaps with one of a compressed file behind it). A
/// missing path stays, so that opening it says so; one that comes twice is given once, and `.` is
/// taken out; a folder in which nothing matches is an error in `errors`.
std::vector<std::string> expandPaths(const std::vector<std::string> &paths,
                                     std::vector<Error> &errors);

} // namespace wikivet
