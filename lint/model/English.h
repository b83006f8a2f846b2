// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace wikivet {

/// Whether an English word, in lower case, looks like a plural.
bool isPlural(std::string_view word);

/// The singular of a plural as far as its ending tells; other words as they are.
std::string singular(std::string_view word);

/// Words that end a noun phrase: prepositions, articles, conjunctions, auxiliary verbs.
bool isFunctionWord(std::string_view word);

/// Whether a word, in lower case, says that a date beside it is uncertain, another calendar's, or
/// not that of the event that one expects: "circa", "or", "baptised", "BC", "reigned".
bool isDateHedge(std::string_view word);

} // namespace wikivet
