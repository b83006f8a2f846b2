// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/RuleSpec.h"

#include <algorithm>
#include <map>
#include <vector>

namespace wikivet {

namespace {

/// Reports the nodes of every variant but the one that is most frequent in their scope. A tie
/// reports nothing: nobody can tell which is meant.
class MajorityCheck final : public Check {
public:
  explicit MajorityCheck(const RuleSpec &rule) : pattern(rule.pattern.get()) {}

  KindSet interests() const override { return pattern->kinds; }
  std::span<const std::string_view> words() const override { return pattern->words; }

  void visit(Node node, CheckContext &ctx) override {
    for (const auto &[name, matcher] : pattern->matchers) {
      Match match{.node = node, .bindings = {}};
      if (!matcher->matches(node, ctx.document(), match.bindings))
        continue;
      scopes[scopeOf(pattern->within, node, ctx.document())][name].push_back(std::move(match));
      return; // the first variant that fits
    }
  }

  void finish(CheckContext &ctx) override {
    for (const auto &[scope, variants] : scopes) {
      auto bySize = [](const auto &variant) { return variant.second.size(); };
      auto most = std::ranges::max_element(variants, {}, bySize);
      size_t count = most->second.size();
      if (std::ranges::count(variants, count, bySize) > 1)
        continue;
      for (const auto &[name, matches] : variants) {
        if (name == most->first)
          continue;
        for (const Match &match : matches)
          reportMatch(ctx, *pattern->matcher(name), match,
                      {{"variant", std::string(name)},
                       {"count", std::to_string(matches.size())},
                       {"majority", std::string(most->first)},
                       {"majority-count", std::to_string(count)}});
      }
    }
  }

private:
  const Pattern *pattern;
  std::map<uint64_t, std::map<std::string_view, std::vector<Match>>> scopes;
};

} // namespace

std::unique_ptr<Check> makeMajorityCheck(const RuleSpec &rule, const Options & /*options*/) {
  return std::make_unique<MajorityCheck>(rule);
}

} // namespace wikivet
