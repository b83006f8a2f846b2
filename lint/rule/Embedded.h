// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Check.h"

#include <span>
#include <string_view>

namespace wikivet {

/// A YAML file that is built into the program.
struct EmbeddedFile {
  std::string_view folder; ///< of rules: their group
  std::string_view name;   ///< with `.yaml`
  std::string_view image;  ///< see lint/support/YamlImage.h
};

/// A native check that is built into the program.
struct NamedCheck {
  std::string_view name;
  CheckFactory factory;
};

// Made by rules/CMakeLists.txt from the files in rules/.
std::span<const EmbeddedFile> embeddedRules();
std::span<const EmbeddedFile> embeddedPresets();
std::span<const EmbeddedFile> embeddedWikis();
std::span<const EmbeddedFile> embeddedSchemas();
std::span<const EmbeddedFile> embeddedLanguages();
std::span<const NamedCheck> embeddedChecks();

} // namespace wikivet
