// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace wikivet {

/// What stands before the findings of an HTML report: styles, heading and filter. `<main>` is open.
extern const std::string_view htmlHead;

/// What stands behind them: the script that counts and filters. It reads `pages` and
/// `pagesWithFindings`.
extern const std::string_view htmlFoot;

} // namespace wikivet
