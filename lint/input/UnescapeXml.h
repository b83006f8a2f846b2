// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace wikivet {

/// Undoes XML's escapes (its five names, and numbers of characters); what is none stays.
std::string unescapeXml(std::string_view text);

} // namespace wikivet
