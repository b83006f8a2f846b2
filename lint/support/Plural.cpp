// SPDX-License-Identifier: MIT
#include "lint/support/Plural.h"

#include <fmt/format.h>

namespace wikivet {

std::string counted(uint64_t number, std::string_view one, std::string_view many) {
  if (number == 1)
    return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", number, one) : fmt::format("{} {}", number, many);
}

} // namespace wikivet
