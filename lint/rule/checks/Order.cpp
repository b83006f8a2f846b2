// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

#include <map>

namespace wikivet {

namespace {

/// Reports each `first` that stands behind a `then` of its scope.
class OrderCheck final : public Check {
public:
  explicit OrderCheck(const RuleSpec &rule)
      : pattern(rule.pattern.get()), first(pattern->matcher("first")),
        then(pattern->matcher("then")) {}

  bool concerns(const Document &document) const override {
    return first->possible(document) && then->possible(document);
  }
  KindSet interests() const override { return pattern->kinds; }
  std::span<const std::string_view> words() const override { return pattern->words; }

  void visit(Node node, CheckContext &ctx) override {
    const Document &document = ctx.document();
    Match match{.node = node, .bindings = {}};
    if (then->kinds().contains(node.kind()) && then->matches(node, document, match.bindings)) {
      seen.try_emplace(scopeOf(pattern->within, node, document), node);
      return;
    }
    match.bindings.clear();
    if (seen.empty() || !first->matches(node, document, match.bindings))
      return;
    auto earlier = seen.find(scopeOf(pattern->within, node, document));
    if (earlier != seen.end())
      reportMatch(ctx, *first, match, {},
                  RelatedMatch{.span = earlier->second.span(), .messageId = "other"});
  }

private:
  const Pattern *pattern;
  const Matcher *first;
  const Matcher *then;
  std::map<uint64_t, Node> seen; ///< the first `then` of each scope
};

} // namespace

std::unique_ptr<Check> makeOrderCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<OrderCheck>(rule);
}

} // namespace wikivet
