// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// A mistake in a YAML text, located by byte offsets.
struct Problem {
  Span span;
  std::string message; ///< lower case, no full stop
};
using Problems = std::vector<Problem>;

enum class YamlKind : uint8_t { Null, Scalar, Sequence, Map };

struct YamlEntry;

/// A YAML value with its place. Scalars are kept as they are written: what `no` or `010` means is
/// asked for by the readers below, not guessed. Anchors, aliases and tags are refused.
struct YamlNode { // NOLINT(misc-no-recursion): as deep as the YAML
  YamlKind kind = YamlKind::Null;
  Span span; ///< of a scalar; of the first character of a collection
  std::string scalar;
  bool quoted = false; ///< a scalar in quotes or a block
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries; ///< in written order, each key once

  /// Value of a key, or null.
  const YamlNode *find(std::string_view key) const;
  /// The items of a list; a single value stands for a list of one.
  std::span<const YamlNode> list() const {
    return kind == YamlKind::Sequence ? std::span<const YamlNode>(items)
                                      : std::span<const YamlNode>(this, 1);
  }
};

struct YamlEntry { // NOLINT(misc-no-recursion): as deep as the YAML
  std::string key;
  Span keySpan;
  YamlNode value;
};

/// Reads one YAML document. Nothing if the text can't be read; a key given twice is a problem, and
/// its first value counts.
std::optional<YamlNode> readYaml(std::string_view text, Problems &problems);

// Readers of one value: `what` names it in the message ("severity"). Nothing, with a problem added,
// if the value is of another kind. Booleans are `true` and `false` only; integers are decimal.
std::optional<std::string> readString(const YamlNode &node, std::string_view what, Problems &);
std::optional<bool> readBoolean(const YamlNode &node, std::string_view what, Problems &);
std::optional<int64_t> readInteger(const YamlNode &node, std::string_view what, Problems &);
std::optional<double> readNumber(const YamlNode &node, std::string_view what, Problems &);
/// A list of strings; a single string stands for a list of one.
std::optional<std::vector<std::string>> readStringList(const YamlNode &node, std::string_view what,
                                                       Problems &);
/// The map under a key of a map; null if it has no such key, and, with a problem added, if
/// something else stands there.
const YamlNode *findMap(const YamlNode &map, std::string_view key, Problems &);
/// The string under a key of a map; empty if it has no such key.
std::string readText(const YamlNode &map, std::string_view key, Problems &);
/// The strings and the integers under a key of a map; none if it has no such key.
std::vector<std::string> readStrings(const YamlNode &map, std::string_view key, Problems &);
std::vector<int64_t> readIntegers(const YamlNode &map, std::string_view key, Problems &);
/// Which of some words it is.
std::optional<size_t> readChoice(const YamlNode &node, std::string_view what,
                                 const std::vector<std::string> &choices, Problems &);
/// True for a map; adds a problem for each key that is not among the known ones.
bool readKeys(const YamlNode &node, std::string_view what, const std::vector<std::string> &known,
              Problems &);

} // namespace wikivet
