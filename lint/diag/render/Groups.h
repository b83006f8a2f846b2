// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/support/Source.h"

#include <span>
#include <string>
#include <vector>

namespace wikivet {

/// Findings of one rule on a page that say the same, in order of place. Never empty.
using SameFindings = std::vector<const Diagnostic *>;

/// What formats for people show as one: a finding, or the many of one rule on a page.
struct FindingGroup {
  std::vector<SameFindings> forms; ///< by message, in order of their first places; never empty

  const Diagnostic &first() const { return *forms.front().front(); }
  size_t count() const;
};

/// Groups the findings of a page, so that a report stays readable: those of one rule and severity
/// are one group if there are more than three of them, unless `showAll`. Groups come in order of
/// their first places.
std::vector<FindingGroup> groupFindings(std::span<const Diagnostic> diagnostics, bool showAll);

/// How many forms of a group are to be shown: all of an error, some of anything else, since a page
/// with a hundred findings of a rule needs a decision rather than a list.
size_t shownForms(const FindingGroup &group);

/// "12:5, 13:1, 20:7 and 40 more": the places of findings from the one with the index `from` on.
std::string listPlaces(const Source &source, const SameFindings &findings, size_t from);

} // namespace wikivet
