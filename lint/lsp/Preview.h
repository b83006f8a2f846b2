// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Ruleset.h"
#include "lint/diag/Diagnostic.h"
#include "lint/support/Source.h"

#include <optional>
#include <vector>

namespace wikivet::lsp {

/// What is probably found in a version of a long page, from what was found in an older version and
/// a look at the sections that differ, before and after: findings elsewhere move with the text, and
/// what the edit made or mended in these sections is added or removed. Findings that hang together
/// with other sections may be wrong until the whole page has been looked at. Nothing if the
/// versions differ in too much of the page. Takes time for the sections that differ, not for the
/// page.
std::optional<std::vector<Diagnostic>> previewFindings(const Source &before,
                                                       const std::vector<Diagnostic> &found,
                                                       const Source &after, const Ruleset &ruleset);

} // namespace wikivet::lsp
