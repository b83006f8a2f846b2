// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

#include <set>
#include <vector>

namespace wikivet {

namespace {

/// Reports each `match` without a `need` in its scope; with a `key`, without one that has
/// the same key.
class PairCheck final : public Check {
public:
  explicit PairCheck(const RuleSpec &rule)
      : pattern(rule.pattern.get()), matcher(pattern->matcher("match")),
        need(pattern->matcher("need")) {}

  bool concerns(const Document &document) const override { return matcher->possible(document); }
  KindSet interests() const override { return pattern->kinds; }
  std::span<const std::string_view> words() const override { return pattern->words; }

  void visit(Node node, CheckContext &ctx) override {
    const Document &document = ctx.document();
    Match match{.node = node, .bindings = {}};
    if (need->matches(node, document, match.bindings))
      met.emplace(scopeOf(pattern->within, node, document),
                  matchKey(*pattern, *need, match, document));
    match.bindings.clear();
    if (matcher->matches(node, document, match.bindings))
      matches.push_back(std::move(match));
  }

  void finish(CheckContext &ctx) override {
    for (const Match &match : matches) {
      std::string key = matchKey(*pattern, *matcher, match, ctx.document());
      uint64_t scope = scopeOf(pattern->within, match.node, ctx.document());
      if (!met.contains({scope, key}))
        reportMatch(ctx, *matcher, match, {{"key", key}});
    }
  }

private:
  const Pattern *pattern;
  const Matcher *matcher;
  const Matcher *need;
  std::set<std::pair<uint64_t, std::string>> met;
  std::vector<Match> matches;
};

} // namespace

std::unique_ptr<Check> makePairCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<PairCheck>(rule);
}

} // namespace wikivet
