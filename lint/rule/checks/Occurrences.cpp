// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

namespace wikivet {

namespace {

/// Reports each place where the rule's `pattern` matches in a node that `match` fits: the named
/// group `mark` if the pattern has one, else the whole match. `{found}` is its text.
class OccurrencesCheck final : public Check {
public:
  explicit OccurrencesCheck(const RuleSpec &rule)
      : pattern(rule.pattern.get()), matcher(pattern->matcher("match")),
        regex(pattern->regex.get()) {}

  bool concerns(const Document &document) const override {
    if (!mayMatch(*regex, document.textIndex()) || !matcher->possible(document))
      return false;
    // Without words, all nodes would be looked at.
    return !pattern->words.empty() || !pattern->loose ||
           pattern->loose->contains(document.source().text());
  }
  KindSet interests() const override { return pattern->kinds; }
  std::span<const std::string_view> words() const override { return pattern->words; }

  void visit(Node node, CheckContext &ctx) override {
    // Most texts have none, and looking is cheaper than asking what the node is.
    if (!regex->contains(node.text()))
      return;
    Match match{.node = node, .bindings = {}};
    if (!matcher->matches(node, ctx.document(), match.bindings))
      return;
    size_t own = match.bindings.size();
    for (uint32_t from = 0; from <= node.text().size();) {
      auto groups = regex->find(node.text(), from);
      if (!groups)
        return;
      Span whole = groups->front().value_or(Span{}), marked = whole;
      match.bindings.resize(own);
      bindGroups(*regex, node.text(), *groups, match.bindings);
      auto mark = regex->groupNames().find("mark");
      if (mark != regex->groupNames().end())
        marked = (*groups)[static_cast<size_t>(mark->second)].value_or(whole);
      match.part = Span{.begin = node.begin() + marked.begin, .end = node.begin() + marked.end};
      reportMatch(ctx, *matcher, match,
                  {{"found", std::string(ctx.document().source().text(*match.part))}});
      from = std::max(whole.end, from + 1);
    }
  }

private:
  const Pattern *pattern;
  const Matcher *matcher;
  const Regex *regex;
};

} // namespace

std::unique_ptr<Check> makeOccurrencesCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<OccurrencesCheck>(rule);
}

} // namespace wikivet
