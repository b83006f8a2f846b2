// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/YamlReader.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// A condition on bound values, as in `where: ["archive != url", "length(title) > 3"]`. Operands
/// are names, numbers, texts in single quotes, and length(name); operators are == != < <= > >=.
/// Both sides are compared as numbers if both are numbers, else as texts.
class Comparison {
public:
  using LookUp = std::function<std::optional<std::string>(std::string_view)>;

  /// Nothing, with a problem added, if it is written wrong.
  static std::optional<Comparison> compile(const YamlNode &yaml, Problems &problems);
  /// False if a name has no value.
  bool holds(const LookUp &lookUp) const;
  /// As it is written.
  const std::string &written() const { return text; }
  /// The names that it uses.
  std::vector<std::string> names() const;

private:
  struct Operand {
    enum class Kind : uint8_t { Name, Length, Literal };
    Kind kind = Kind::Literal;
    std::string text;
  };
  static std::optional<Operand> operand(std::string_view text);
  static std::optional<std::string> value(const Operand &operand, const LookUp &lookUp);

  Operand left, right;
  std::string sign;
  std::string text;
};

} // namespace wikivet
