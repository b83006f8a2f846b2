// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

#include <set>
#include <vector>

namespace wikivet {

namespace {

/// Reports a scope that has a `match` (or, without one, the page) but no `need`: at the first match
/// of the scope, or at the start of the page.
class RequireCheck final : public Check {
public:
  explicit RequireCheck(const RuleSpec &rule)
      : pattern(rule.pattern.get()), matcher(pattern->matcher("match")),
        need(pattern->matcher("need")) {}

  KindSet interests() const override { return pattern->kinds; }
  std::span<const std::string_view> words() const override { return pattern->words; }

  void visit(Node node, CheckContext &ctx) override {
    const Document &document = ctx.document();
    Match match{.node = node, .bindings = {}};
    if (need->matches(node, document, match.bindings))
      met.insert(scopeOf(pattern->within, node, document));
    match.bindings.clear();
    if (matcher && matcher->matches(node, document, match.bindings) &&
        asking.insert(scopeOf(pattern->within, node, document)).second)
      matches.push_back(std::move(match));
  }

  void finish(CheckContext &ctx) override {
    if (!matcher && met.empty())
      ctx.report({.begin = 0, .end = 0}, "found");
    for (const Match &match : matches)
      if (!met.contains(scopeOf(pattern->within, match.node, ctx.document())))
        reportMatch(ctx, *matcher, match);
  }

private:
  const Pattern *pattern;
  const Matcher *matcher;
  const Matcher *need;
  std::set<uint64_t> met, asking;
  std::vector<Match> matches; ///< the first of each scope
};

} // namespace

std::unique_ptr<Check> makeRequireCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<RequireCheck>(rule);
}

} // namespace wikivet
