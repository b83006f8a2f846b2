// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/YamlReader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// A word of YAML and what it stands for. A table of these both reads and prints an enumeration.
template <typename Value> struct YamlWord {
  std::string_view name;
  Value value;
};

/// The word for a value, which must be in the table.
template <typename Value, size_t Size>
constexpr std::string_view nameOf(const YamlWord<Value> (&words)[Size], Value value) {
  for (const YamlWord<Value> &word : words)
    if (word.value == value)
      return word.name;
  return {};
}

/// The value of one of a table's words. Nothing, with a problem added, if it is none of them.
template <typename Value, size_t Size>
std::optional<Value> readWord(const YamlNode &node, std::string_view what,
                              const YamlWord<Value> (&words)[Size], Problems &problems) {
  std::vector<std::string> names;
  names.reserve(Size);
  for (const YamlWord<Value> &word : words)
    names.emplace_back(word.name);
  std::optional<size_t> index = readChoice(node, what, names, problems);
  return index ? std::optional(words[*index].value) : std::nullopt;
}

} // namespace wikivet
