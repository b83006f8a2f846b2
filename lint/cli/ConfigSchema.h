// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Registry.h"

#include <string>

namespace wikivet {

/// The JSON schema (draft 2020-12) of configuration files, with the rules that are known, their
/// options and what they are for.
std::string configSchema(const Registry &registry);

} // namespace wikivet
