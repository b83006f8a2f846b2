// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace wikivet {

/// A text as a field of CSV: quoted if it has to be (RFC 4180, section 2).
std::string csvField(std::string_view text);

} // namespace wikivet
