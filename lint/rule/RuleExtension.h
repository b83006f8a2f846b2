// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/YamlReader.h"

namespace wikivet {

/// Fills a rule that says `extends: …` up with the rule that it extends: a key that it gives
/// counts, messages one by one; `options` gives plain values instead of the base's defaults. False,
/// with problems added, if an option is not the base's.
bool extendRule(YamlNode &rule, const YamlNode &base, Problems &problems);

} // namespace wikivet
