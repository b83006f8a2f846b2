// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/LineIndex.h"
#include "lint/support/Span.h"

#include <memory>
#include <string>
#include <string_view>

namespace wikivet {

/// Owns the text of one page. Immutable; views into text() live as long as it does.
/// Texts of 4 GiB and more are refused by the readers, so offsets fit 32 bits.
class Source {
public:
  /// `path` is what diagnostics print; `title` is the page's title and `wiki` the id of its wiki
  /// (as `enwiki`), empty when unknown.
  Source(std::string path, std::string text, std::string title = {}, std::string wiki = {});

  const std::string &path() const { return pathName; }
  const std::string &title() const { return pageTitle; }
  const std::string &wiki() const { return wikiId; }
  std::string_view text() const { return content; }
  std::string_view text(Span span) const { return text().substr(span.begin, span.size()); }
  const LineIndex &lines() const { return index; }

  Source(const Source &) = delete;
  Source &operator=(const Source &) = delete;

private:
  std::string pathName;
  std::string pageTitle;
  std::string wikiId;
  std::string content;
  LineIndex index;
};

} // namespace wikivet
