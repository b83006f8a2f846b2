// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Comparison.h"
#include "lint/rule/Matcher.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace wikivet {

using MatcherPtr = std::shared_ptr<const Matcher>;

enum class Relation : uint8_t { Inside, Has, Follows, Precedes };

/// A condition on another node that stands in some relation to this one. Blank text between
/// neighbours on a line is passed over.
MatcherPtr makeRelation(Relation relation, MatcherPtr other);
/// All conditions hold, and so do the comparisons of what they bound (`where:`).
MatcherPtr makeAll(std::vector<MatcherPtr> parts, std::vector<Comparison> comparisons = {});
/// One of the conditions holds.
MatcherPtr makeAny(std::vector<MatcherPtr> parts);
MatcherPtr makeNot(MatcherPtr inner);

} // namespace wikivet
