// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/PageRules.h"
#include "lint/diag/Diagnostic.h"
#include "lint/engine/Linter.h"
#include "lint/support/Source.h"

#include <functional>
#include <memory>
#include <vector>

namespace wikivet {

/// Gives the next page, or null after the last.
using PageSupplier = std::function<std::unique_ptr<Source>()>;
/// Takes a linted page.
using PageHandler = std::function<void(const Source &, std::vector<Diagnostic> &)>;

/// Lints pages on all cores. Both functions are called by one thread at a time, and pages are
/// handled in the order in which they were supplied; only a bounded number is in memory at a time.
/// `statistics`, if given, is added to.
void lintPages(const PageSupplier &next, PageRules &rules, const PageHandler &handle,
               RuleStatistics *statistics = nullptr);

} // namespace wikivet
