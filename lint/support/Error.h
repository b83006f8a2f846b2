// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace wikivet {

/// Why a one-shot operation failed, in words for the user: lower case, no full stop, names the
/// file or thing. Used as the error of std::expected.
struct Error {
  std::string message;
};

} // namespace wikivet
