// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Ruleset.h"
#include "lint/diag/Diagnostic.h"
#include "lint/model/Document.h"
#include "lint/rule/Suppression.h"

#include <vector>

namespace wikivet {

/// The comments of a page that silence rules, in document order:
///   <!-- wikivet-ignore RULE[, RULE]: reason -->        alone on its line: the next line and what
///                                                       begins on it; else the element behind it
///   <!-- wikivet-ignore-line RULE… -->                  its own line
///   <!-- wikivet-ignore-start RULE… --> … <!-- wikivet-ignore-end -->
///   <!-- wikivet-ignore-page RULE… -->                  the whole page
/// Those that are meant to be one but can't be obeyed are among them, with their fault.
std::vector<Suppression> findSuppressions(const Document &document, const Ruleset &ruleset);

/// Removes the findings that are silenced, and marks what silenced them as used. What is covered by
/// a comment that names an unknown rule, or none, keeps its findings but loses their fixes.
void applySuppressions(std::vector<Suppression> &suppressions,
                       std::vector<Diagnostic> &diagnostics);

} // namespace wikivet
