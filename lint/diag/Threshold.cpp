// SPDX-License-Identifier: MIT
#include "lint/diag/Threshold.h"

#include <algorithm>

namespace wikivet {

std::optional<Threshold> Threshold::fromName(std::string_view name) {
  if (std::ranges::find(names, name) == names.end())
    return std::nullopt;
  Threshold result;
  result.lowest = severityFromName(name);
  return result;
}

std::string_view Threshold::name() const { return lowest ? severityName(*lowest) : names.back(); }

} // namespace wikivet
