// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/rule/RuleSpec.h"
#include "lint/support/Source.h"

#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// Rule id of diagnostics about rule files themselves.
inline constexpr std::string_view ruleFileId = "rule-file";

/// Reads a rule from its YAML file. Nothing, with located errors added, if anything in it is wrong.
/// The file's stem must be the rule's name; `group` is the name of the folder.
std::optional<RuleSpec> loadRule(const Source &source, std::string group,
                                 std::vector<Diagnostic> &errors);

} // namespace wikivet
