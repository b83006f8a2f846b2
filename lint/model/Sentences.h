// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <string_view>
#include <vector>

namespace wikivet {

struct Language;

/// Byte ranges of the sentences of a line, blanks trimmed. A sentence ends at `.`, `!` or `?`
/// before a blank and a capital letter, digit or opening bracket, unless it ends an abbreviation:
/// one of the language, if it is known, an initial, or one with stops inside.
std::vector<Span> splitSentences(std::string_view text, const Language *language);

} // namespace wikivet
