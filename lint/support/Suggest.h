// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// The candidate that was most likely meant by a mistyped word, or an empty string: at most one
/// change in three letters (Damerau-Levenshtein, optimal string alignment). Another number is no
/// mistyped one.
std::string suggest(std::string_view word, const std::vector<std::string> &candidates);

/// "; did you mean 'x'?", or nothing if no candidate is near.
std::string didYouMean(std::string_view word, const std::vector<std::string> &candidates);

} // namespace wikivet
