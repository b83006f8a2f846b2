// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/model/Document.h"

#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// Gives each finding of a page (in order of place) its fingerprint, which stays the same while
/// lines move: a hash (FNV-1a, 64 bits) of rule, page, the titles of the sections around, the text
/// that it marks with white space collapsed, and how many findings alike come before it. Where the
/// text is so short that it may stand anywhere, a few characters on either side belong to it, so
/// that a finding mended here and one made there don't pass for the same.
void setFingerprints(const Document &document, std::vector<Diagnostic> &diagnostics);

/// The text that a finding marks, with white space collapsed, and with what is around it on its
/// line if it is short; of a long one the beginning and the end.
std::string markedText(std::string_view text, Span span);

} // namespace wikivet
