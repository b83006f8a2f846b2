// SPDX-License-Identifier: MIT
#pragma once

#include "lint/engine/Session.h"
#include "lint/input/WikiRevisions.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
} // namespace CLI

namespace wikivet {

/// The options by which a subcommand finds pages in a wiki.
struct WikiPageOptions {
  std::string url; ///< of the API; empty: not given
  WikiSelection selection;
  std::string userAgent;
  uint32_t timeout = 30; ///< in seconds
  uint32_t retries = 3;
  uint32_t batch = 50;
  bool offline = false;

  bool isGiven() const { return !url.empty(); }
};

void addWikiPageOptions(CLI::App &command, WikiPageOptions &options);

/// Pages that are read from a wiki through its API. Says on standard error what can't be read, and
/// goes on. A page's path is its address; if it was asked for by the number of a revision, that of
/// the revision.
class WikiPages {
public:
  /// Says on standard error why it can't be done; nothing then.
  static std::optional<WikiPages> open(const WikiPageOptions &options);

  /// The next page as it is now, or null after the last.
  std::unique_ptr<Source> next();
  /// The next page as it is and as it was one revision before, or nothing after the last. A new
  /// page was empty. Only with WikiSelection::withParents.
  std::optional<PageRevisions> nextRevisions();
  /// The two revisions that were asked for as the older and the newer one of a page.
  std::optional<PageRevisions> both();
  bool failed() const { return hasFailed; }

private:
  explicit WikiPages(WikiRevisions revisions) : revisions(std::move(revisions)) {}
  std::optional<WikiRevision> read();
  std::unique_ptr<Source> sourceOf(const WikiRevision &revision, std::string text) const;

  WikiRevisions revisions;
  bool hasFailed = false;
};

} // namespace wikivet
