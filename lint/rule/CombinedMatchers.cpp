// SPDX-License-Identifier: MIT
#include "lint/rule/CombinedMatchers.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

bool isBlankText(Node node) {
  std::string_view text = node.text();
  return node.is(NodeKind::Text) && trim(text).empty() && text.find('\n') == std::string_view::npos;
}

/// The sibling before, in the time of the depth below it.
Node previousSibling(Node node) {
  Node parent = node.parent();
  if (!parent || node == parent.firstChild())
    return {};
  Node before = node.tree().node(node.index() - 1);
  while (before.parent() != parent)
    before = before.parent();
  return before;
}

/// What an alternative bound that does not hold must not be seen by those behind it.
bool matchesOrForgets(const Matcher &matcher, Node node, const Document &document,
                      Bindings &bindings) {
  size_t before = bindings.size();
  if (matcher.matches(node, document, bindings))
    return true;
  bindings.resize(before);
  return false;
}

/// Explains of a condition that does not hold what another says of a node, a step deeper.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the YAML
void explainBelow(const Matcher &matcher, Node node, const Document &document,
                  const Bindings &bindings, std::vector<Matcher::Step> &steps) {
  size_t first = steps.size();
  Bindings copy = bindings;
  matcher.explain(node, document, copy, steps);
  for (size_t i = first; i < steps.size(); ++i)
    ++steps[i].depth;
}

class RelationMatcher final : public Matcher {
public:
  RelationMatcher(Relation relation, MatcherPtr other)
      : relation(relation), other(std::move(other)) {}

  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    switch (relation) {
    case Relation::Inside:
      for (Node outer = node.parent(); outer; outer = outer.parent())
        if (matchesOrForgets(*other, outer, document, bindings))
          return true;
      return false;
    case Relation::Has:
      for (uint32_t i = node.index() + 1; i < node.subtreeEnd(); ++i)
        if (matchesOrForgets(*other, node.tree().node(i), document, bindings))
          return true;
      return false;
    case Relation::Follows:
    case Relation::Precedes: {
      Node beside = neighbour(node);
      return beside && other->matches(beside, document, bindings);
    }
    }
    return false;
  }
  bool explain(Node node, const Document &document, Bindings &bindings,
               std::vector<Step> &steps) const override {
    bool holds = matchesOrForgets(*this, node, document, bindings);
    steps.push_back({.what = describe(), .holds = holds});
    bool isBeside = relation == Relation::Follows || relation == Relation::Precedes;
    if (Node beside = isBeside && !holds ? neighbour(node) : Node())
      explainBelow(*other, beside, document, bindings, steps);
    return holds;
  }
  bool possible(const Document &document) const override { return other->possible(document); }
  void collectNames(std::vector<std::string> &names) const override { other->collectNames(names); }
  std::string describe() const override {
    static constexpr std::string_view words[] = {"inside", "has", "follows", "precedes"};
    return fmt::format("{}: {{{}}}", words[static_cast<size_t>(relation)], other->describe());
  }

private:
  Node neighbour(Node node) const {
    bool isBehind = relation == Relation::Precedes;
    Node beside = isBehind ? node.nextSibling() : previousSibling(node);
    if (beside && isBlankText(beside))
      beside = isBehind ? beside.nextSibling() : previousSibling(beside);
    return beside;
  }

  Relation relation;
  MatcherPtr other;
};

class AllMatcher final : public Matcher {
public:
  AllMatcher(std::vector<MatcherPtr> parts, std::vector<Comparison> comparisons)
      : parts(std::move(parts)), comparisons(std::move(comparisons)) {}

  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    return std::ranges::all_of(
               parts,
               [&](const MatcherPtr &part) { return part->matches(node, document, bindings); }) &&
           std::ranges::all_of(comparisons, [&](const Comparison &comparison) {
             return comparison.holds([&](std::string_view name) {
               return matchedValue(name, *this, node, document, bindings);
             });
           });
  }
  bool possible(const Document &document) const override {
    return std::ranges::all_of(parts,
                               [&](const MatcherPtr &part) { return part->possible(document); });
  }
  Words words() const override {
    return wordsOfAll(parts, [](const MatcherPtr &part) { return part->words(); });
  }
  KindSet kinds() const override {
    KindSet set = KindSet::all();
    for (const MatcherPtr &part : parts)
      set &= part->kinds();
    return set;
  }
  void collectNames(std::vector<std::string> &names) const override {
    for (const MatcherPtr &part : parts)
      part->collectNames(names);
  }
  std::optional<std::string> part(std::string_view name, Node node,
                                  const Document &document) const override {
    for (const MatcherPtr &inner : parts)
      if (auto value = inner->part(name, node, document))
        return value;
    return std::nullopt;
  }
  void collectParts(std::vector<std::string> &names) const override {
    for (const MatcherPtr &inner : parts)
      inner->collectParts(names);
  }
  std::string describe() const override {
    std::vector<std::string> words;
    words.reserve(parts.size());
    for (const MatcherPtr &inner : parts)
      words.push_back(inner->describe());
    return fmt::format("{}", fmt::join(words, ", "));
  }
  bool explain(Node node, const Document &document, Bindings &bindings,
               std::vector<Step> &steps) const override {
    for (const MatcherPtr &inner : parts)
      if (!inner->explain(node, document, bindings, steps))
        return false;
    for (const Comparison &comparison : comparisons) {
      bool holds = comparison.holds([&](std::string_view name) {
        return matchedValue(name, *this, node, document, bindings);
      });
      steps.push_back({.what = "where: " + comparison.written(), .holds = holds});
      if (!holds)
        return false;
    }
    return true;
  }

private:
  std::vector<MatcherPtr> parts;
  std::vector<Comparison> comparisons;
};

class AnyMatcher final : public Matcher {
public:
  explicit AnyMatcher(std::vector<MatcherPtr> parts) : parts(std::move(parts)) {}
  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    return std::ranges::any_of(parts, [&](const MatcherPtr &part) {
      return matchesOrForgets(*part, node, document, bindings);
    });
  }
  bool possible(const Document &document) const override {
    return std::ranges::any_of(parts,
                               [&](const MatcherPtr &part) { return part->possible(document); });
  }
  Words words() const override {
    return wordsOfAny(parts, [](const MatcherPtr &part) { return part->words(); });
  }
  KindSet kinds() const override {
    KindSet set;
    for (const MatcherPtr &part : parts)
      set |= part->kinds();
    return set;
  }
  std::string describe() const override {
    std::vector<std::string> words;
    words.reserve(parts.size());
    for (const MatcherPtr &inner : parts)
      words.push_back(fmt::format("{{{}}}", inner->describe()));
    return fmt::format("any: [{}]", fmt::join(words, ", "));
  }
  bool explain(Node node, const Document &document, Bindings &bindings,
               std::vector<Step> &steps) const override {
    bool holds = matchesOrForgets(*this, node, document, bindings);
    steps.push_back({.what = describe(), .holds = holds});
    for (size_t i = 0; i < parts.size() && !holds; ++i) {
      size_t first = steps.size();
      explainBelow(*parts[i], node, document, bindings, steps);
      for (size_t step = first; step < steps.size(); ++step)
        steps[step].what = fmt::format("{}: {}", i + 1, steps[step].what);
    }
    return holds;
  }

private:
  std::vector<MatcherPtr> parts;
};

class NotMatcher final : public Matcher {
public:
  explicit NotMatcher(MatcherPtr inner) : inner(std::move(inner)) {}
  bool matches(Node node, const Document &document, Bindings & /*bindings*/) const override {
    Bindings unused;
    return !inner->matches(node, document, unused);
  }
  std::string describe() const override { return fmt::format("not: {{{}}}", inner->describe()); }

private:
  MatcherPtr inner;
};

} // namespace

MatcherPtr makeRelation(Relation relation, MatcherPtr other) {
  return std::make_shared<RelationMatcher>(relation, std::move(other));
}
MatcherPtr makeAll(std::vector<MatcherPtr> parts, std::vector<Comparison> comparisons) {
  return std::make_shared<AllMatcher>(std::move(parts), std::move(comparisons));
}
MatcherPtr makeAny(std::vector<MatcherPtr> parts) {
  return std::make_shared<AnyMatcher>(std::move(parts));
}
MatcherPtr makeNot(MatcherPtr inner) { return std::make_shared<NotMatcher>(std::move(inner)); }

} // namespace wikivet
