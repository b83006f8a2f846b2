// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"

#include <array>
#include <optional>
#include <string_view>

namespace wikivet {

/// From which severity on a finding makes a run fail.
class Threshold {
public:
  /// What it can be called; `never`: no finding makes it fail.
  static constexpr std::array<std::string_view, 4> names = {"info", "warning", "error", "never"};

  /// That of a name, if it is one of `names`.
  static std::optional<Threshold> fromName(std::string_view name);
  std::string_view name() const;

  bool isReachedBy(Severity severity) const { return lowest && severity >= *lowest; }

private:
  std::optional<Severity> lowest = Severity::Warning; ///< nothing: never
};

} // namespace wikivet
