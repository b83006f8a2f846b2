// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace wikivet {

/// A text for the content or a quoted attribute of XML 1.0 or HTML: `& < > " '` and line breaks are
/// escaped, and what XML allows nowhere (control characters, what is not UTF-8) becomes U+FFFD.
std::string escapeXml(std::string_view text);

} // namespace wikivet
