// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/render/JsonFinding.h"
#include "lint/rule/Registry.h"

namespace wikivet {

/// The rules, for programs: an array with an object for each, sorted by id. `docs` is Markdown.
Json ruleListJson(const Registry &registry);

} // namespace wikivet
