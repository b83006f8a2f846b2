// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

namespace wikivet {

namespace {

/// Reports each node that a rule's `match` fits.
class MatchCheck final : public Check {
public:
  explicit MatchCheck(const RuleSpec &rule) : matcher(rule.pattern->matcher("match")) {}

  KindSet interests() const override { return matcher->kinds(); }

  void visit(Node node, CheckContext &ctx) override {
    if (!looked)
      hopeless = !matcher->possible(ctx.document());
    looked = true;
    if (hopeless)
      return;
    bindings.clear();
    if (matcher->matches(node, ctx.document(), bindings))
      reportMatch(ctx, *matcher, {.node = node, .bindings = bindings});
  }

private:
  const Matcher *matcher;
  Bindings bindings;     ///< kept for its memory
  bool looked = false;   ///< whether the page can hold a match was asked
  bool hopeless = false; ///< it can't
};

} // namespace

std::unique_ptr<Check> makeMatchCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<MatchCheck>(rule);
}

} // namespace wikivet
