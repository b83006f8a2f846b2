// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/StringSet.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wikivet {

class Regex;

/// A list option, kept in written order and as a set for look-ups.
struct StringList {
  std::vector<std::string> items;
  StringSet set;

  bool contains(std::string_view item) const { return set.contains(item); }
};

/// An option's value, ready to use: regular expressions are compiled when the rule is loaded.
using OptionValue =
    std::variant<bool, int64_t, double, std::string, StringList, std::shared_ptr<const Regex>>;

/// The values of one rule's options. Every option that the rule's YAML declares is present, so
/// reading has no default argument; asking for an undeclared one is a bug and asserts.
/// References stay valid while the Ruleset lives.
class Options {
public:
  void set(std::string name, OptionValue value) {
    values.insert_or_assign(std::move(name), std::move(value));
  }
  const std::map<std::string, OptionValue, std::less<>> &all() const { return values; }

  bool boolean(std::string_view name) const;
  int64_t integer(std::string_view name) const;
  double number(std::string_view name) const;
  const std::string &string(std::string_view name) const;
  const StringList &stringList(std::string_view name) const;
  const Regex &regex(std::string_view name) const;

private:
  std::map<std::string, OptionValue, std::less<>> values;
};

} // namespace wikivet
