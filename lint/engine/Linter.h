// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Ruleset.h"
#include "lint/diag/Diagnostic.h"
#include "lint/support/Source.h"

#include <vector>

namespace wikivet {

/// Runs all rules over one page. The findings come in order of place, without repeats. May be
/// called from several threads at once with one ruleset.
std::vector<Diagnostic> lint(const Source &source, const Ruleset &ruleset);

} // namespace wikivet
