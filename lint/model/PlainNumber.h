// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Wiki.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace wikivet {

struct PlainNumber {
  double value;
  uint32_t decimals; ///< digits after the decimal separator
};

/// The number that a text is, alone but for a sign, a currency sign before it or a percent sign
/// behind it. Nothing for any other text, and for groups of digits that are no thousands.
std::optional<PlainNumber> parsePlainNumber(std::string_view text, const Wiki &wiki);

} // namespace wikivet
