// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Ruleset.h"
#include "lint/diag/Diagnostic.h"
#include "lint/model/Document.h"
#include "lint/support/Source.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace wikivet {

/// Rule id of reports that a rule could not do its work on a page.
inline constexpr std::string_view ruleFailureId = "rule-failure";

/// What a rule did.
struct RuleWork {
  std::chrono::nanoseconds time{};
  uint64_t comparisons = 0; ///< of things that should agree, if the rule counts them

  RuleWork &operator+=(const RuleWork &other) {
    time += other.time;
    comparisons += other.comparisons;
    return *this;
  }
};
using RuleStatistics = std::map<std::string, RuleWork, std::less<>>; ///< by name of the rule

/// Whether a rule says that it is for the wiki and the namespace of a page. What is not known of a
/// page excludes no namespace, but a rule of one wiki needs that wiki.
bool isMeantFor(const RuleSpec &spec, const Source &source, const Wiki &wiki);

/// Runs all rules over one page. The findings come in order of place, without repeats, with
/// fingerprints; what the page's comments silence is left out. A rule that throws, or that takes
/// more than its time on a page that takes long, is reported once and stopped; the others go on.
/// May be called from several threads at once with one ruleset. `statistics`, if given, is added
/// to.
std::vector<Diagnostic> lint(const Source &source, const Ruleset &ruleset,
                             RuleStatistics *statistics = nullptr);

/// The same for a document that others look at, too; its wiki must be that of the ruleset. When a
/// stop is asked for, the run ends soon and what it gives means nothing.
std::vector<Diagnostic> lint(const Document &document, const Ruleset &ruleset,
                             const std::stop_token &stop);

} // namespace wikivet
