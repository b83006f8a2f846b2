// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Registry.h"

#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// The built-in rules and those of rule files and folders of rule files. If one is wrong it is said
/// on standard error, with its place, and nothing is returned.
std::optional<Registry> loadRegistry(const std::vector<std::string> &rulePaths);

} // namespace wikivet
