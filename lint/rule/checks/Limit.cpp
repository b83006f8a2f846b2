// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

#include <map>
#include <vector>

namespace wikivet {

namespace {

/// Reports the first node over the limit in each scope, with the number of all.
class LimitCheck final : public Check {
public:
  explicit LimitCheck(const RuleSpec &rule)
      : pattern(rule.pattern.get()), matcher(pattern->matcher("match")) {}

  bool concerns(const Document &document) const override { return matcher->possible(document); }
  KindSet interests() const override { return pattern->kinds; }
  std::span<const std::string_view> words() const override { return pattern->words; }

  void visit(Node node, CheckContext &ctx) override {
    Match match{.node = node, .bindings = {}};
    if (!matcher->matches(node, ctx.document(), match.bindings))
      return;
    Count &count = counts[scopeOf(pattern->within, node, ctx.document())];
    if (++count.number == pattern->most + 1)
      count.firstOver = std::move(match);
  }

  void finish(CheckContext &ctx) override {
    for (const auto &[scope, count] : counts)
      if (count.number > pattern->most)
        reportMatch(
            ctx, *matcher, count.firstOver,
            {{"count", std::to_string(count.number)}, {"most", std::to_string(pattern->most)}});
  }

private:
  struct Count {
    int64_t number = 0;
    Match firstOver;
  };
  const Pattern *pattern;
  const Matcher *matcher;
  std::map<uint64_t, Count> counts;
};

} // namespace

std::unique_ptr<Check> makeLimitCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<LimitCheck>(rule);
}

} // namespace wikivet
