// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Ruleset.h"
#include "lint/diag/Diagnostic.h"
#include "lint/support/Source.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace wikivet {

/// Rule id of reports that a rule could not do its work on a page.
inline constexpr std::string_view ruleFailureId = "rule-failure";

/// Time that each rule took, by name.
using RuleTimes = std::map<std::string, std::chrono::nanoseconds, std::less<>>;

/// Runs all rules over one page. The findings come in order of place, without repeats, with
/// fingerprints; what the page's comments silence is left out. A rule that throws, or that takes
/// more than its time on a page that takes long, is reported once and stopped; the others go on.
/// May be called from several threads at once with one ruleset. `times`, if given, is added to.
std::vector<Diagnostic> lint(const Source &source, const Ruleset &ruleset,
                             RuleTimes *times = nullptr);

} // namespace wikivet
