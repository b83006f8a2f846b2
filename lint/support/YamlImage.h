// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/YamlReader.h"

#include <string>
#include <string_view>

namespace wikivet {

/// A YAML value as bytes that are read back much faster than YAML. Not a format for files: only the
/// program that was built with it reads it.
std::string encodeYaml(const YamlNode &node);

/// A copy of a value and all that is in it.
YamlNode copyYaml(const YamlNode &node);

/// The value that encodeYaml() made the bytes of.
YamlNode decodeYaml(std::string_view image);

} // namespace wikivet
