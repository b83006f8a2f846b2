// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/PageRules.h"
#include "lint/diag/Diagnostic.h"
#include "lint/engine/Cache.h"
#include "lint/engine/Comparison.h"
#include "lint/engine/Linter.h"
#include "lint/support/Source.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// Gives the next page, or null after the last.
using PageSupplier = std::function<std::unique_ptr<Source>()>;
/// Takes a linted page.
using PageHandler = std::function<void(const Source &, std::vector<Diagnostic> &)>;

/// While one lives, pages are linted on at most so many threads; 0: on all cores.
class ThreadLimit {
public:
  explicit ThreadLimit(uint32_t threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit &) = delete;
  ThreadLimit &operator=(const ThreadLimit &) = delete;

private:
  struct Control;
  std::unique_ptr<Control> control; ///< null: there is no limit
};

/// Lints pages on all cores. Both functions are called by one thread at a time, and pages are
/// handled in the order in which they were supplied; only a bounded number is in memory at a time.
/// What a cache knows is not linted again.
void lintPages(const PageSupplier &next, PageRules &rules, const PageHandler &handle,
               Cache *cache = nullptr);

/// The same without a cache, adding up what each rule does.
void lintPages(const PageSupplier &next, PageRules &rules, const PageHandler &handle,
               RuleStatistics &statistics);

/// Two revisions of a page. Both have the page's path and title, so that they are linted alike and
/// their fingerprints can be compared.
struct PageRevisions {
  std::unique_ptr<Source> before;
  std::unique_ptr<Source> after;
  std::string beforeName; ///< what reports call the older one
};

/// Gives the next page, or nothing after the last.
using RevisionsSupplier = std::function<std::optional<PageRevisions>()>;
/// Takes what changed in a page.
using ChangesHandler = std::function<void(const PageRevisions &, FindingChanges &)>;

/// Lints both revisions of each page, as lintPages() does, and compares what is found.
void comparePages(const RevisionsSupplier &next, PageRules &rules, const ChangesHandler &handle);

} // namespace wikivet
