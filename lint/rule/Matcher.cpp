// SPDX-License-Identifier: MIT
#include "lint/rule/Matcher.h"

#include "lint/model/Sections.h"
#include "lint/rule/Comparison.h"
#include "lint/rule/EntityMatcher.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

using MatcherPtr = std::shared_ptr<const Matcher>;
using Names = std::vector<std::string>;

class KindMatcher final : public Matcher {
public:
  KindMatcher(KindSet set, Names names) : set(set), names(std::move(names)) {}
  bool matches(Node node, const Document & /*document*/, Bindings & /*bindings*/) const override {
    return set.contains(node.kind());
  }
  KindSet kinds() const override { return set; }
  std::string describe() const override { return fmt::format("kind: {}", fmt::join(names, ", ")); }

private:
  KindSet set;
  Names names;
};

/// `text:` what the node's bytes say; named groups bind.
class TextMatcher final : public Matcher {
public:
  explicit TextMatcher(std::shared_ptr<const TextCondition> condition)
      : condition(std::move(condition)) {}
  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    return condition->holds(node.text(), document, bindings);
  }
  bool possible(const Document &document) const override {
    return condition->possible(document.textIndex());
  }
  Words words() const override { return condition->words(); }
  void collectNames(Names &names) const override { condition->collectNames(names); }
  std::string describe() const override { return "text"; }

private:
  std::shared_ptr<const TextCondition> condition;
};

/// `in-section:` a section around the node has such a title.
class SectionMatcher final : public Matcher {
public:
  explicit SectionMatcher(std::shared_ptr<const TextCondition> title) : title(std::move(title)) {}
  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    const Sections &sections = document.sections();
    for (uint32_t index = sections.indexAt(node.begin());;) {
      const Section &section = sections.all()[index];
      if (title->holds(section.title, document, bindings))
        return true;
      if (section.parent == index)
        return false;
      index = section.parent;
    }
  }
  void collectNames(Names &names) const override { title->collectNames(names); }
  std::string describe() const override { return "in-section"; }

private:
  std::shared_ptr<const TextCondition> title;
};

/// `bind:` gives the node's text a name.
class BindMatcher final : public Matcher {
public:
  explicit BindMatcher(std::string name) : name(std::move(name)) {}
  bool matches(Node node, const Document & /*document*/, Bindings &bindings) const override {
    bindings.emplace_back(name, node.text());
    return true;
  }
  void collectNames(Names &names) const override { names.push_back(name); }
  std::string describe() const override { return "bind: " + name; }

private:
  std::string name;
};

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

/// A condition on another node that stands in some relation to this one. Blank text between
/// neighbours on a line is passed over.
class RelationMatcher final : public Matcher {
public:
  enum class Relation : uint8_t { Inside, Has, Follows, Precedes };
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
  void collectNames(Names &names) const override { other->collectNames(names); }
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
  std::vector<MatcherPtr> parts;
  std::vector<Comparison> comparisons; ///< `where:`

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
  void collectNames(Names &names) const override {
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
  void collectParts(Names &names) const override {
    for (const MatcherPtr &inner : parts)
      inner->collectParts(names);
  }
  std::string describe() const override {
    Names words;
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
};

class AnyMatcher final : public Matcher {
public:
  std::vector<MatcherPtr> parts;
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
    Names words;
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

/// Turns YAML into matchers; a null result means that a problem was added. YAML nests no deeper
/// than yaml-cpp allows, so that the recursion is bounded.
class Compiler {
public:
  Compiler(std::string_view what, Problems &problems) : what(what), problems(&problems) {}

  /// A map of conditions that must all hold.
  std::shared_ptr<const AllMatcher> map(const YamlNode &yaml) { // NOLINT(misc-no-recursion)
    size_t before = problems->size();
    if (!readKeys(yaml, what, keys(), *problems))
      return nullptr;
    auto all = std::make_shared<AllMatcher>();
    // What is cheap and selective comes first: kinds, then the rest as written.
    std::vector<MatcherPtr> rest;
    for (const YamlEntry &entry : yaml.entries) {
      if (entry.key == "where" || std::ranges::find(keys(), entry.key) == keys().end())
        continue;
      if (MatcherPtr part = condition(entry.key, entry.value))
        (part->kinds() == KindSet::all() ? rest : all->parts).push_back(std::move(part));
    }
    all->parts.insert(all->parts.end(), rest.begin(), rest.end());
    if (const YamlNode *where = yaml.find("where"))
      readWhere(*where, *all);
    return problems->size() == before ? all : nullptr;
  }

private:
  static const Names &keys() {
    static const Names names = [] {
      Names result = {"kind", "text", "in-section", "inside", "has",  "follows", "precedes",
                      "all",  "any",  "not",        "not-in", "bind", "where"};
      for (const Entity &entity : entities())
        result.emplace_back(entity.name);
      return result;
    }();
    return names;
  }

  MatcherPtr condition(const std::string &key, const YamlNode &value) { // NOLINT(misc-no-recursion)
    using Relation = RelationMatcher::Relation;
    auto entity = std::ranges::find(entities(), key, &Entity::name);
    if (entity != entities().end())
      return compileEntity(*entity, value, *problems);
    if (key == "kind")
      return kind(value);
    if (key == "text" || key == "in-section") {
      auto condition = TextCondition::compile(value, key, *problems);
      if (!condition)
        return nullptr;
      if (key == "text")
        return std::make_shared<TextMatcher>(std::move(condition));
      return std::make_shared<SectionMatcher>(std::move(condition));
    }
    if (key == "bind") {
      auto name = readString(value, key, *problems);
      return name ? std::make_shared<BindMatcher>(*name) : nullptr;
    }
    if (key == "all" || key == "any")
      return list(key == "all", value);
    MatcherPtr inner = map(value);
    if (!inner)
      return nullptr;
    if (key == "not")
      return std::make_shared<NotMatcher>(inner);
    Relation relation = key == "inside" || key == "not-in" ? Relation::Inside
                        : key == "has"                     ? Relation::Has
                        : key == "follows"                 ? Relation::Follows
                                                           : Relation::Precedes;
    auto related = std::make_shared<RelationMatcher>(relation, inner);
    if (key == "not-in")
      return std::make_shared<NotMatcher>(related);
    return related;
  }

  MatcherPtr list(bool isAll, const YamlNode &value) { // NOLINT(misc-no-recursion)
    if (value.kind != YamlKind::Sequence || value.items.empty()) {
      problems->push_back({value.span, "'all' and 'any' take a list of conditions"});
      return nullptr;
    }
    auto all = std::make_shared<AllMatcher>();
    auto any = std::make_shared<AnyMatcher>();
    std::vector<MatcherPtr> &parts = isAll ? all->parts : any->parts;
    for (const YamlNode &item : value.items)
      if (MatcherPtr part = map(item))
        parts.push_back(std::move(part));
    if (isAll)
      return all;
    return any;
  }

  MatcherPtr kind(const YamlNode &value) {
    auto names = readStringList(value, "kind", *problems);
    if (!names)
      return nullptr;
    KindSet set;
    for (const std::string &name : *names) {
      std::optional<NodeKind> found = nodeKindFromName(name);
      if (!found) {
        Names known(nodeKindNames.begin(), nodeKindNames.end());
        bool isEntity = std::ranges::find(entities(), name, &Entity::name) != entities().end();
        problems->push_back(
            {value.span,
             fmt::format("no node is called '{}'{}", name,
                         isEntity ? fmt::format("; write '{}: {{}}', without 'kind'", name)
                                  : didYouMean(name, known))});
        return nullptr;
      }
      set |= KindSet{*found};
    }
    return std::make_shared<KindMatcher>(set, *names);
  }

  void readWhere(const YamlNode &where, AllMatcher &all) {
    Names known = matchedNames(all);
    for (const YamlNode &item : where.list()) {
      auto comparison = Comparison::compile(item, *problems);
      if (!comparison)
        continue;
      for (const std::string &name : comparison->names())
        if (std::ranges::find(known, name) == known.end())
          problems->push_back({item.span, fmt::format("'{}' is bound by nothing in '{}'{}", name,
                                                      what, didYouMean(name, known))});
      all.comparisons.push_back(std::move(*comparison));
    }
  }

  std::string_view what;
  Problems *problems;
};

} // namespace

MatcherPtr compileMatcher(const YamlNode &yaml, std::string_view what, Problems &problems) {
  MatcherPtr matcher = Compiler(what, problems).map(yaml);
  if (matcher && matcher->kinds() == KindSet::all()) {
    problems.push_back({yaml.span, fmt::format("'{}' must say which nodes it looks at: add 'kind' "
                                               "or what it is, as 'template' or 'link'",
                                               what)});
    return nullptr;
  }
  if (matcher && matcher->kinds().empty()) {
    problems.push_back({yaml.span, fmt::format("'{}' can fit no node: its conditions exclude each "
                                               "other",
                                               what)});
    return nullptr;
  }
  return matcher;
}

std::optional<std::string> matchedValue(std::string_view name, const Matcher &matcher, Node node,
                                        const Document &document, const Bindings &bindings) {
  auto found = std::ranges::find(bindings, name, &Bindings::value_type::first);
  if (found != bindings.end())
    return found->second;
  if (auto part = matcher.part(name, node, document))
    return part;
  constexpr uint32_t longest = 80; // code points
  if (name == "text")
    return shorten(collapseSpaces(node.text()), longest);
  return std::nullopt;
}

Names matchedNames(const Matcher &matcher) {
  Names names;
  matcher.collectNames(names);
  matcher.collectParts(names);
  names.emplace_back("text");
  return names;
}

} // namespace wikivet
