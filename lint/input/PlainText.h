// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <expected>
#include <string>
#include <string_view>

namespace wikivet {

/// An error if bytes are no text in UTF-8 at all: they begin with a byte order mark of UTF-16, or
/// one of the first is NUL, by which git tells binary files, too. Single bytes that are no UTF-8
/// may stand in a page. `name` is that of the file.
std::expected<void, Error> checkPlainText(const std::string &name, std::string_view bytes);

} // namespace wikivet
