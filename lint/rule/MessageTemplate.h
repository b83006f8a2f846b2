// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// Replaces each `{name}` for which `lookUp` knows a value; other text, braces included, stays.
/// Double braces are wikitext and stay too, so `{{a}}` is a template and `{{{a}}}` a template that
/// is named.
std::string fillTemplate(std::string_view text,
                         const std::function<std::optional<std::string>(std::string_view)> &lookUp);

/// The names that stand in braces in a message.
std::vector<std::string> templateNames(std::string_view text);

} // namespace wikivet
