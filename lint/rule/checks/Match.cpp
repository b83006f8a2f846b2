// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

namespace wikivet {

namespace {

/// Reports each node that a rule's `match` fits.
class MatchCheck final : public Check {
public:
  explicit MatchCheck(const RuleSpec &rule)
      : pattern(rule.pattern.get()), matcher(pattern->matcher("match")) {}

  bool concerns(const Document &document) const override { return matcher->possible(document); }
  KindSet interests() const override { return pattern->kinds; }
  std::span<const std::string_view> words() const override { return pattern->words; }

  void visit(Node node, CheckContext &ctx) override {
    bindings.clear();
    if (matcher->matches(node, ctx.document(), bindings))
      reportMatch(ctx, *matcher, {.node = node, .bindings = bindings});
  }

private:
  const Pattern *pattern;
  const Matcher *matcher;
  Bindings bindings; ///< kept for its memory
};

} // namespace

std::unique_ptr<Check> makeMatchCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<MatchCheck>(rule);
}

} // namespace wikivet
