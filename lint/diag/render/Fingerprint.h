// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/support/Source.h"

#include <span>
#include <string>
#include <vector>

namespace wikivet {

/// A name for each finding of a page that stays the same while lines move: a hash (FNV-1a, 64 bits,
/// 16 hexadecimal digits) of rule, page, the text it marks with white space collapsed, and how many
/// findings alike come before it.
std::vector<std::string> fingerprints(const Source &source,
                                      std::span<const Diagnostic> diagnostics);

} // namespace wikivet
