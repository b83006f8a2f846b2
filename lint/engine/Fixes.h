// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Ruleset.h"
#include "lint/diag/Diagnostic.h"
#include "lint/support/Source.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

struct FixOptions {
  bool unsafe = false;   ///< fixes that may change what a reader sees, too
  bool cosmetic = false; ///< fixes that no reader sees, even if nothing else is fixed
};

/// A page after its fixes.
struct FixResult {
  std::string text;
  std::map<std::string, uint32_t> applied; ///< number of fixes by rule
  std::vector<Diagnostic> remaining;       ///< findings of the fixed text
  /// Fixes that are left since nobody asked for those that no reader sees, and for unsafe ones.
  uint32_t cosmeticLeft = 0, unsafeLeft = 0;
  /// Rules of level error that the fixes would have made report: the text is unchanged then.
  std::vector<std::string> refusedBecauseOf;
};

/// Applies the first fix of every finding that has one, those that overlap an earlier one in the
/// next round, until nothing is left to do or ten rounds are over. A page that says that bots must
/// not edit it ({{nobots}}, {{bots|deny=wikivet}}) is left as it is.
FixResult applyFixes(const Source &source, const Ruleset &ruleset, const FixOptions &options);

/// Applies one fix of one finding, whatever its safety: that with the index `fix` of the finding
/// with a fingerprint. Nothing if the page has no such finding or the finding no such fix.
std::optional<FixResult> applyFix(const Source &source, const Ruleset &ruleset,
                                  std::string_view fingerprint, size_t fix);

/// A text with edits applied that don't overlap and are in order. Line breaks in the edits become
/// those of the text.
std::string applyEdits(std::string_view text, const std::vector<Edit> &edits);

/// Whether a text's lines end with CRLF, as its first does.
bool hasCrlf(std::string_view text);
/// A text of an edit with the line breaks of the text that it goes into.
std::string withLineBreaks(std::string text, bool crlf);

} // namespace wikivet
