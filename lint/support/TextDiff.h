// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wikivet {

/// A line that stays, goes or comes.
struct DiffStep {
  char sign;             ///< ' ', '-' or '+'
  std::string_view line; ///< with its line break
};

/// The shortest way from the lines of one text to those of another. Where they differ in thousands
/// of lines, those between the common beginning and end are replaced as a whole.
std::vector<DiffStep> diffLines(std::string_view before, std::string_view after);

/// A part of one text that another part took the place of, as bytes; either may be empty.
struct Replacement {
  Span before;
  Span after;
};

/// The lines that two texts differ in, in order.
std::vector<Replacement> changedLines(std::string_view before, std::string_view after);

/// The same to the word: what is alike in lines that were edited does not count as changed. Lines
/// that have little in common with those that they replace count as changed as a whole.
std::vector<Replacement> changedWords(std::string_view before, std::string_view after);

/// Where a byte of the old text is in the new one; nothing if it is gone. `changes` are in order.
std::optional<uint32_t> mapOffset(const std::vector<Replacement> &changes, uint32_t before);

} // namespace wikivet
