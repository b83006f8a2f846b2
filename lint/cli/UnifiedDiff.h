// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace wikivet {

/// The difference of two texts in unified format with three lines of context, as `patch` takes it.
/// Empty if they are equal.
std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after);

} // namespace wikivet
