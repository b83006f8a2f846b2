// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wikivet {

/// A number and a noun, as "1 page" and "2 pages". `many` is the noun's plural where it is not
/// made with -s.
std::string counted(uint64_t number, std::string_view one, std::string_view many = {});

} // namespace wikivet
