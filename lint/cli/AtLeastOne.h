// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

namespace wikivet {

/// Of an option: a whole number, and not 0.
CLI::Validator atLeastOne();

} // namespace wikivet
