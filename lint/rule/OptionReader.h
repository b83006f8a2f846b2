// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/RuleSpec.h"
#include "lint/support/YamlReader.h"

#include <optional>
#include <string>
#include <string_view>

namespace wikivet {

/// The value of an option as YAML gives it; nothing, with a problem added, if it is of another
/// type. `what` names the option in the message.
std::optional<OptionValue> readOptionValue(OptionType type, const YamlNode &value,
                                           std::string_view what, Problems &problems);

/// An option's value as YAML on one line.
std::string printOptionValue(const OptionValue &value);

} // namespace wikivet
