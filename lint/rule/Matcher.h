// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Check.h"
#include "lint/rule/Condition.h"
#include "lint/support/YamlReader.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// A condition on a node, compiled from the `match:` of a rule. Immutable, shared by all documents.
class Matcher {
public:
  virtual ~Matcher() = default;
  /// Whether the node fits; fills `bindings` on the way.
  virtual bool matches(Node node, const Document &document, Bindings &bindings) const = 0;
  /// False only if no node of the page can fit.
  virtual bool possible(const Document & /*document*/) const { return true; }
  /// Of which a node's own text must hold one to fit; views of what the matcher holds.
  virtual Words words() const { return {}; }
  /// The kinds of nodes that can fit.
  virtual KindSet kinds() const { return KindSet::all(); }
  /// The names that a match gives values to.
  virtual void collectNames(std::vector<std::string> & /*names*/) const {}
  /// Text of a part of the node by its name, as `target` of a link; nothing if it has none.
  virtual std::optional<std::string> part(std::string_view /*name*/, Node /*node*/,
                                          const Document & /*document*/) const {
    return std::nullopt;
  }
  /// The names that part() may know.
  virtual void collectParts(std::vector<std::string> & /*names*/) const {}
  /// What it asks for, in the words of the rule.
  virtual std::string describe() const = 0;

  /// One thing that is asked of a node.
  struct Step {
    std::string what;
    bool holds;
    uint32_t depth = 0; ///< of a step that says more of the one before
  };
  /// Says of a node what holds and what does not, up to the first thing that does not.
  virtual bool explain(Node node, const Document &document, Bindings &bindings,
                       std::vector<Step> &steps) const {
    bool holds = matches(node, document, bindings);
    steps.push_back({.what = describe(), .holds = holds});
    return holds;
  }
};

/// Compiles the value of `match:`, called `what` in messages. Null, with problems added, if it is
/// wrong.
std::shared_ptr<const Matcher> compileMatcher(const YamlNode &yaml, std::string_view what,
                                              Problems &problems);

/// Value of a name that a message, a key or an edit uses: what was bound, a part of the matched
/// node, or `text` for all of it, shortened.
std::optional<std::string> matchedValue(std::string_view name, const Matcher &matcher, Node node,
                                        const Document &document, const Bindings &bindings);

/// Every name that matchedValue() may know.
std::vector<std::string> matchedNames(const Matcher &matcher);

} // namespace wikivet
