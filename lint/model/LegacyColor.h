// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wikivet {

/// What CSS calls the colour that an attribute such as `bgcolor` names: one of CSS's named colours,
/// or figures with "#". Nothing for values of which browsers make another colour than they seem to
/// say (WHATWG HTML, "rules for parsing a legacy color value").
std::optional<std::string> cssColor(std::string_view legacy);

} // namespace wikivet
