// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Source.h"

#include <memory>
#include <string>
#include <string_view>

namespace wikivet {

/// The page of a fragment of an export: perhaps a title, as an element or alone on its line, then
/// an escaped `<text xml:space="preserve">` element. Null if the text is no such thing. Positions
/// are those of the unescaped text.
std::unique_ptr<Source> readExportFragment(const std::string &name, std::string_view text);

} // namespace wikivet
