// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/YamlReader.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// What a match has given names to: text by name, the first binding of a name counts.
using Bindings = std::vector<std::pair<std::string_view, std::string>>;

/// A condition on a node, compiled from the `match:` of a rule. Immutable, shared by all documents.
class Matcher {
public:
  virtual ~Matcher() = default;
  /// Whether the node fits; fills `bindings` on the way.
  virtual bool matches(Node node, const Document &document, Bindings &bindings) const = 0;
  /// The kinds of nodes that can fit.
  virtual KindSet kinds() const = 0;
  /// The names that a match gives values to.
  virtual void collectNames(std::vector<std::string> & /*names*/) const {}
};

/// How a matched node is to be changed: the `edit:` of a rule.
struct EditSpec {
  enum class Action : uint8_t { Replace, Delete, InsertBefore, InsertAfter };
  Action action;
  std::string title;
  std::string text; ///< may hold `{names}`
};

/// Compiles the value of `match:`. Null, with problems added, if it is wrong.
std::shared_ptr<const Matcher> compileMatcher(const YamlNode &yaml, Problems &problems);

struct RuleSpec;

/// The check behind `check: match`.
std::unique_ptr<Check> makeMatchCheck(const RuleSpec &rule, const Options &options);

} // namespace wikivet
