// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/PageStream.h"
#include "lint/support/InputFile.h"

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace wikivet {

/// Whether a file that begins like this is a MediaWiki XML export.
bool looksLikeExport(std::string_view begin);

/// The pages of an export: the text of each page's last revision. `begin` is what has already been
/// read of the file.
std::unique_ptr<PageStream> makeExportStream(InputFile file, std::string name, std::string begin);

/// A revision of a page in an export.
struct Revision {
  std::string id; ///< digits; empty if the export gives none
  std::unique_ptr<Source> page;
};

/// All revisions of all pages of an export, in its order: a page's stand together, usually the
/// oldest first.
class RevisionStream {
public:
  virtual ~RevisionStream() = default;

  /// The next revision that has a text, or nothing at the end or after an error.
  virtual std::optional<Revision> next() = 0;
  /// Why the stream ended early, if it did. The revisions before were good.
  const std::optional<Error> &error() const { return failure; }

protected:
  std::optional<Error> failure;
};

std::expected<std::unique_ptr<RevisionStream>, Error> openRevisions(const std::string &path);

/// The page of a fragment of an export: perhaps a title, as an element or alone on its line, then
/// an escaped `<text xml:space="preserve">` element. Null if the text is no such thing. Positions
/// are those of the unescaped text.
std::unique_ptr<Source> readExportFragment(const std::string &name, std::string_view text);

} // namespace wikivet
