// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace wikivet {

/// Whether a whole text fits a pattern: `*` stands for anything, `?` for one byte. Linear in the
/// product of the lengths at worst.
bool matchesGlob(std::string_view pattern, std::string_view text);

} // namespace wikivet
