// SPDX-License-Identifier: MIT
#include "lint/engine/Session.h"

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

} // namespace

void lintPages(const PageSupplier &next, PageRules &rules, const PageHandler &handle,
               RuleStatistics *statistics) {
  using PagePtr = std::shared_ptr<LintedPage>;
  size_t tokens = 4 * static_cast<size_t>(std::max(1U, std::thread::hardware_concurrency()));
  auto supply = [&](tbb::flow_control &control) -> PagePtr {
    std::unique_ptr<Source> source = next();
    if (!source) {
      control.stop();
      return nullptr;
    }
    auto page = std::make_shared<LintedPage>();
    page->source = std::move(source);
    return page;
  };
  auto work = [&](PagePtr page) {
    page->diagnostics =
        lint(*page->source, rules.of(*page->source), statistics ? &page->statistics : nullptr);
    return page;
  };
  auto finish = [&](const PagePtr &page) {
    for (const auto &[rule, work] : page->statistics)
      (*statistics)[rule] += work;
    handle(*page->source, page->diagnostics);
  };
  tbb::parallel_pipeline(
      tokens, tbb::make_filter<void, PagePtr>(tbb::filter_mode::serial_in_order, supply) &
                  tbb::make_filter<PagePtr, PagePtr>(tbb::filter_mode::parallel, work) &
                  tbb::make_filter<PagePtr, void>(tbb::filter_mode::serial_in_order, finish));
}

} // namespace wikivet
