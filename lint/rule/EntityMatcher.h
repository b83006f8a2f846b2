// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Entities.h"
#include "lint/rule/Matcher.h"

namespace wikivet {

/// Compiles what a rule asks of an entity: `link: x`, `link: [x, y]` for its first part, or a map
/// of parts, `has`, `lacks` and `with`. Null, with problems added, if it is wrong.
std::shared_ptr<const Matcher> compileEntity(const Entity &entity, const YamlNode &yaml,
                                             Problems &problems);

} // namespace wikivet
