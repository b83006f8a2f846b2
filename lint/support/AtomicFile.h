// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <expected>
#include <string>
#include <string_view>

namespace wikivet {

/// Replaces a file's content as a whole: it is written beside it first and then renamed, so that
/// whoever reads the file, and whoever is interrupted, sees the old text or the new one. The
/// permissions of an existing file are kept; a symbolic link is followed.
std::expected<void, Error> writeAtomically(const std::string &path, std::string_view text);

} // namespace wikivet
