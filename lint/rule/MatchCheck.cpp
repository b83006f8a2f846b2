// SPDX-License-Identifier: MIT
#include "lint/rule/Matcher.h"
#include "lint/rule/MessageTemplate.h"
#include "lint/rule/RuleSpec.h"

#include <algorithm>

namespace wikivet {

namespace {

std::optional<std::string> bound(const Bindings &bindings, std::string_view name) {
  auto found = std::ranges::find(bindings, name, &Bindings::value_type::first);
  if (found == bindings.end())
    return std::nullopt;
  return found->second;
}

std::vector<Edit> makeEdits(const EditSpec &spec, Node node, const Bindings &bindings) {
  std::string text =
      fillTemplate(spec.text, [&](std::string_view name) { return bound(bindings, name); });
  switch (spec.action) {
  case EditSpec::Action::Replace:
    return {{.span = node.span(), .text = std::move(text)}};
  case EditSpec::Action::Delete:
    return {{.span = node.span(), .text = {}}};
  case EditSpec::Action::InsertBefore:
    return {{.span = {.begin = node.begin(), .end = node.begin()}, .text = std::move(text)}};
  case EditSpec::Action::InsertAfter:
    return {{.span = {.begin = node.end(), .end = node.end()}, .text = std::move(text)}};
  }
  return {};
}

/// Reports each node that a rule's `match:` fits.
class MatchCheck final : public Check {
public:
  explicit MatchCheck(const RuleSpec &rule) : rule(&rule) {}

  KindSet interests() const override { return rule->matcher->kinds(); }

  void visit(Node node, CheckContext &ctx) override {
    Bindings bindings;
    if (!rule->matcher->matches(node, ctx.document(), bindings))
      return;
    Finding finding = ctx.report(node.span(), "found");
    for (const auto &[name, value] : bindings)
      finding.arg(name, value);
    if (rule->edit)
      finding.fix(fillTemplate(rule->edit->title,
                               [&](std::string_view name) { return bound(bindings, name); }),
                  rule->fix == FixSafety::Safe, makeEdits(*rule->edit, node, bindings));
  }

private:
  const RuleSpec *rule;
};

} // namespace

std::unique_ptr<Check> makeMatchCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<MatchCheck>(rule);
}

} // namespace wikivet
