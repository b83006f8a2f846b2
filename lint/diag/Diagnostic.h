// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

enum class Severity : uint8_t { Off, Info, Warning, Error };

std::string_view severityName(Severity severity);
std::optional<Severity> severityFromName(std::string_view name);

/// Replaces the bytes of `span` by `text`.
struct Edit {
  Span span;
  std::string text;

  friend bool operator==(const Edit &, const Edit &) = default;
};

/// One way to mend a finding. The edits don't overlap and are in order of place.
struct Fix {
  std::string title;
  bool safe = false; ///< keeps what a reader sees, except for repairing it
  std::vector<Edit> edits;

  friend bool operator==(const Fix &, const Fix &) = default;
};

/// A second place that a finding speaks of.
struct Related {
  Span span;
  std::string message;

  friend bool operator==(const Related &, const Related &) = default;
};

/// A finding, as a plain value: it owns its text and refers to its source by byte offsets only.
struct Diagnostic {
  std::string rule; ///< rule id, kebab-case
  Severity severity = Severity::Warning;
  Span span;
  std::string message; ///< lower case, no full stop, names the thing and says what to do
  std::vector<Related> related;
  std::vector<Fix> fixes;
  /// A name for the finding that stays the same while lines move; 16 hexadecimal digits.
  std::string fingerprint;

  friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

/// Order of reports: by place, then by rule.
bool reportsBefore(const Diagnostic &left, const Diagnostic &right);

} // namespace wikivet
