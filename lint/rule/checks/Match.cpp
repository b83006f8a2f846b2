// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

namespace wikivet {

namespace {

/// Reports each node that a rule's `match` fits.
class MatchCheck final : public Check {
public:
  explicit MatchCheck(const RuleSpec &rule) : matcher(rule.pattern->matcher("match")) {}

  bool concerns(const Document &document) const override { return matcher->possible(document); }
  KindSet interests() const override { return matcher->kinds(); }

  void visit(Node node, CheckContext &ctx) override {
    bindings.clear();
    if (matcher->matches(node, ctx.document(), bindings))
      reportMatch(ctx, *matcher, {.node = node, .bindings = bindings});
  }

private:
  const Matcher *matcher;
  Bindings bindings; ///< kept for its memory
};

} // namespace

std::unique_ptr<Check> makeMatchCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<MatchCheck>(rule);
}

} // namespace wikivet
