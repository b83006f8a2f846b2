// SPDX-License-Identifier: MIT
#include "lint/engine/Session.h"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <thread>

namespace wikivet {

namespace {

struct LintedPage {
  std::unique_ptr<Source> source;
  std::vector<Diagnostic> diagnostics;
  RuleStatistics statistics;
};

struct ComparedPage {
  PageRevisions page;
  FindingChanges changes;
};

/// Takes items from `supply` until it gives null, works on them on all cores, and finishes them in
/// the order in which they came.
template <typename Item, typename Supply, typename Work, typename Finish>
void runInOrder(Supply supply, Work work, Finish finish) {
  // tbb copies what it passes on.
  using ItemPtr = std::shared_ptr<Item>;
  size_t tokens = 4 * static_cast<size_t>(std::max(1U, std::thread::hardware_concurrency()));
  auto first = [&](tbb::flow_control &control) -> ItemPtr {
    ItemPtr item = supply();
    if (!item)
      control.stop();
    return item;
  };
  auto second = [&](ItemPtr item) {
    work(*item);
    return item;
  };
  auto third = [&](const ItemPtr &item) { finish(*item); };
  tbb::parallel_pipeline(
      tokens, tbb::make_filter<void, ItemPtr>(tbb::filter_mode::serial_in_order, first) &
                  tbb::make_filter<ItemPtr, ItemPtr>(tbb::filter_mode::parallel, second) &
                  tbb::make_filter<ItemPtr, void>(tbb::filter_mode::serial_in_order, third));
}

} // namespace

struct ThreadLimit::Control {
  tbb::global_control parallelism;
};

ThreadLimit::ThreadLimit(uint32_t threads)
    : control(threads == 0 ? nullptr
                           : new Control{tbb::global_control(
                                 tbb::global_control::max_allowed_parallelism, threads)}) {}
ThreadLimit::~ThreadLimit() = default;

/// `work` fills a page's findings in.
template <typename Work>
static void lintWith(const PageSupplier &next, const PageHandler &handle, Work work,
                     RuleStatistics *statistics) {
  runInOrder<LintedPage>(
      [&]() -> std::shared_ptr<LintedPage> {
        std::unique_ptr<Source> source = next();
        if (!source)
          return nullptr;
        auto page = std::make_shared<LintedPage>();
        page->source = std::move(source);
        return page;
      },
      work,
      [&](LintedPage &page) {
        for (const auto &[rule, work] : page.statistics)
          (*statistics)[rule] += work;
        handle(*page.source, page.diagnostics);
      });
}

void lintPages(const PageSupplier &next, PageRules &rules, const PageHandler &handle,
               Cache *cache) {
  auto work = [&](LintedPage &page) {
    const Ruleset &ruleset = rules.of(*page.source);
    page.diagnostics = cache ? cache->lint(*page.source, ruleset) : lint(*page.source, ruleset);
  };
  lintWith(next, handle, work, nullptr);
}

void lintPages(const PageSupplier &next, PageRules &rules, const PageHandler &handle,
               RuleStatistics &statistics) {
  auto work = [&](LintedPage &page) {
    page.diagnostics = lint(*page.source, rules.of(*page.source), &page.statistics);
  };
  lintWith(next, handle, work, &statistics);
}

void comparePages(const RevisionsSupplier &next, PageRules &rules, const ChangesHandler &handle) {
  runInOrder<ComparedPage>(
      [&]() -> std::shared_ptr<ComparedPage> {
        std::optional<PageRevisions> page = next();
        return page ? std::make_shared<ComparedPage>(std::move(*page), FindingChanges()) : nullptr;
      },
      [&](ComparedPage &item) {
        const Source &before = *item.page.before, &after = *item.page.after;
        const Ruleset &ruleset = rules.of(after);
        std::vector<Diagnostic> found = lint(after, ruleset);
        item.changes = compareFindings(before, lint(before, ruleset), after, std::move(found));
      },
      [&](ComparedPage &item) { handle(item.page, item.changes); });
}

} // namespace wikivet
