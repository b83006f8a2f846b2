// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <string>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
class ParseError;
} // namespace CLI

namespace wikivet {

/// What to say of a command that `app`, the program or a command with commands of its own, does not
/// have, with a suggestion.
Error unknownCommand(const CLI::App &app, const std::string &name);

/// What to say of a command line that `app` could not read.
Error usageError(const CLI::App &app, const CLI::ParseError &error);

} // namespace wikivet
