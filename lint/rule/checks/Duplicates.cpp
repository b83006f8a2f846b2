// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

#include <map>

namespace wikivet {

namespace {

/// Reports each node whose key an earlier node in its scope has; an empty key counts for nothing.
class DuplicatesCheck final : public Check {
public:
  explicit DuplicatesCheck(const RuleSpec &rule)
      : pattern(rule.pattern.get()), matcher(pattern->matcher("match")) {}

  bool concerns(const Document &document) const override { return matcher->possible(document); }
  KindSet interests() const override { return pattern->kinds; }
  std::span<const std::string_view> words() const override { return pattern->words; }

  void visit(Node node, CheckContext &ctx) override {
    Match match{.node = node, .bindings = {}};
    if (!matcher->matches(node, ctx.document(), match.bindings))
      return;
    std::string key = matchKey(*pattern, *matcher, match, ctx.document());
    if (key.empty())
      return;
    uint64_t scope = scopeOf(pattern->within, node, ctx.document());
    auto [first, isNew] = seen.try_emplace({scope, key}, node);
    if (!isNew)
      reportMatch(ctx, *matcher, match, {{"key", key}},
                  RelatedMatch{.span = first->second.span(), .messageId = "first"});
  }

private:
  const Pattern *pattern;
  const Matcher *matcher;
  std::map<std::pair<uint64_t, std::string>, Node> seen;
};

} // namespace

std::unique_ptr<Check> makeDuplicatesCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<DuplicatesCheck>(rule);
}

} // namespace wikivet
