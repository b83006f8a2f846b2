// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/support/Source.h"

#include <vector>

namespace wikivet {

/// The findings of two revisions of a page, set side by side; each in order of place.
struct FindingChanges {
  std::vector<Diagnostic> introduced; ///< only in the new revision
  std::vector<Diagnostic> persisting; ///< in both, as the new revision has them
  std::vector<Diagnostic> fixed;      ///< only in the old revision
};

/// Which finding of one revision is which of the other, so that an edit answers only for what it
/// broke. The same finding is, in this order: what the same rule says of the same text in the same
/// place, lines and words that come and go before it aside; what has the same fingerprint; the same
/// text of the same rule that moved to another place, with its surroundings if it is short; what
/// begins at the same unchanged place, though the text that it marks was edited further on, as that
/// of a table that is not closed.
FindingChanges compareFindings(const Source &before, std::vector<Diagnostic> beforeFindings,
                               const Source &after, std::vector<Diagnostic> afterFindings);

/// Keeps the findings of which a place, or a related one, touches lines that the two revisions
/// differ in. Where lines were taken out, a finding touches that if it reaches over the gap.
void keepChangedLines(const Source &before, const Source &after, FindingChanges &changes);

} // namespace wikivet
