// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/RuleSpec.h"
#include "lint/support/Source.h"
#include "lint/support/YamlReader.h"

#include <optional>
#include <string>

namespace wikivet {

/// Reads a rule from the YAML of its file. Nothing, with problems added, if anything in it is
/// wrong. The file's stem must be the rule's name; `group` is the name of the folder.
std::optional<RuleSpec> loadRule(const YamlNode &yaml, const Source &source, std::string group,
                                 Problems &problems);

} // namespace wikivet
