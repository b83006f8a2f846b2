// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Check.h"
#include "lint/rule/Edits.h"
#include "lint/rule/Matcher.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// Which nodes a check looks at together.
enum class Scope : uint8_t { Page, Section, Parent, Template, Reference, Table };

/// What a rule without code says in YAML for one of the general checks: which nodes, and how many
/// of them or in which relation. Immutable.
struct Pattern {
  /// By the key in the rule: `match`, `need`, `first`, `then`; for `majority` the variants' names.
  std::map<std::string, std::shared_ptr<const Matcher>, std::less<>> matchers;
  std::string key;            ///< with `{names}` of `match`
  Scope within = Scope::Page; ///< nodes of different scopes have nothing to do with each other
  int64_t most = 0;
  std::shared_ptr<const Regex> regex; ///< `pattern`
  /// Matches in a text wherever `regex` matches in a part of it: that asks for no beginning or end
  /// of a text, line or word. Null if there is none.
  std::shared_ptr<const Regex> loose;
  std::shared_ptr<const EditSpec> edit; ///< may be null
  /// What a node must be, and of which it must hold one, for the check to look at it.
  KindSet kinds;
  Words words;

  const Matcher *matcher(std::string_view name) const {
    auto found = matchers.find(name);
    return found == matchers.end() ? nullptr : found->second.get();
  }
};

/// A check that rules make with YAML alone.
struct PatternCheck {
  std::string_view name;
  std::vector<std::string_view> required; ///< keys of the rule
  std::vector<std::string_view> optional;
  std::vector<std::string_view> messages; ///< ids that it reports
  CheckFactory factory;
};

/// The keys of a rule that the general checks take.
inline constexpr std::array<std::string_view, 10> patternKeys = {
    "match", "need", "first", "then", "variants", "key", "within", "most", "edit", "pattern"};

/// All of them; `match` is the first.
const std::vector<PatternCheck> &patternChecks();

/// Reads the keys of a general check. Null, with problems added, if one is wrong or missing, or a
/// message uses a name that nothing binds.
std::shared_ptr<const Pattern> compilePattern(const YamlNode &rule, const PatternCheck &check,
                                              Problems &problems);

/// A number for the scope that a node lies in: equal for nodes that are looked at together.
uint64_t scopeOf(Scope scope, Node node, const Document &document);

/// A node that a matcher fits.
struct Match {
  Node node;
  Bindings bindings;
  std::optional<Span> part = std::nullopt; ///< the bytes of it that are meant, if not all

  Span span() const { return part.value_or(node.span()); }
};

/// A second place of a report.
struct RelatedMatch {
  Span span;
  std::string_view messageId;
};

/// Reports a match: the names that the messages use as arguments, further ones from the check, and
/// the rule's edit as fix.
void reportMatch(CheckContext &ctx, const Matcher &matcher, const Match &match,
                 const Finding::Arguments &further = {},
                 std::optional<RelatedMatch> related = std::nullopt);

/// The key of a match: the rule's `key` with the names filled in.
std::string matchKey(const Pattern &pattern, const Matcher &matcher, const Match &match,
                     const Document &document);

std::unique_ptr<Check> makeMatchCheck(const RuleSpec &rule, const Options &options);
std::unique_ptr<Check> makeDuplicatesCheck(const RuleSpec &rule, const Options &options);
std::unique_ptr<Check> makeRequireCheck(const RuleSpec &rule, const Options &options);
std::unique_ptr<Check> makeOrderCheck(const RuleSpec &rule, const Options &options);
std::unique_ptr<Check> makeMajorityCheck(const RuleSpec &rule, const Options &options);
std::unique_ptr<Check> makeLimitCheck(const RuleSpec &rule, const Options &options);
std::unique_ptr<Check> makeOccurrencesCheck(const RuleSpec &rule, const Options &options);
std::unique_ptr<Check> makePairCheck(const RuleSpec &rule, const Options &options);

} // namespace wikivet
