// SPDX-License-Identifier: MIT
#include "lint/rule/Matcher.h"

#include "lint/model/Sections.h"
#include "lint/rule/CombinedMatchers.h"
#include "lint/rule/EntityMatcher.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

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

/// Turns YAML into matchers; a null result means that a problem was added. YAML nests no deeper
/// than yaml-cpp allows, so that the recursion is bounded.
class Compiler {
public:
  Compiler(std::string_view what, Problems &problems) : what(what), problems(&problems) {}

  /// A map of conditions that must all hold.
  MatcherPtr map(const YamlNode &yaml) { // NOLINT(misc-no-recursion)
    size_t before = problems->size();
    if (!readKeys(yaml, what, keys(), *problems))
      return nullptr;
    // What is cheap and selective comes first: kinds, then the rest as written.
    std::vector<MatcherPtr> parts, rest;
    for (const YamlEntry &entry : yaml.entries) {
      if (entry.key == "where" || std::ranges::find(keys(), entry.key) == keys().end())
        continue;
      if (MatcherPtr part = condition(entry.key, entry.value))
        (part->kinds() == KindSet::all() ? rest : parts).push_back(std::move(part));
    }
    parts.insert(parts.end(), rest.begin(), rest.end());
    std::vector<Comparison> comparisons;
    if (const YamlNode *where = yaml.find("where"))
      comparisons = readWhere(*where, matchedNames(*makeAll(parts)));
    return problems->size() == before ? makeAll(std::move(parts), std::move(comparisons)) : nullptr;
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
      return makeNot(std::move(inner));
    Relation relation = key == "inside" || key == "not-in" ? Relation::Inside
                        : key == "has"                     ? Relation::Has
                        : key == "follows"                 ? Relation::Follows
                                                           : Relation::Precedes;
    MatcherPtr related = makeRelation(relation, std::move(inner));
    return key == "not-in" ? makeNot(std::move(related)) : related;
  }

  MatcherPtr list(bool isAll, const YamlNode &value) { // NOLINT(misc-no-recursion)
    if (value.kind != YamlKind::Sequence || value.items.empty()) {
      problems->push_back({value.span, "'all' and 'any' take a list of conditions"});
      return nullptr;
    }
    std::vector<MatcherPtr> parts;
    for (const YamlNode &item : value.items)
      if (MatcherPtr part = map(item))
        parts.push_back(std::move(part));
    return isAll ? makeAll(std::move(parts)) : makeAny(std::move(parts));
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

  /// `known` are the names that may be used.
  std::vector<Comparison> readWhere(const YamlNode &where, const Names &known) {
    std::vector<Comparison> comparisons;
    for (const YamlNode &item : where.list()) {
      auto comparison = Comparison::compile(item, *problems);
      if (!comparison)
        continue;
      for (const std::string &name : comparison->names())
        if (std::ranges::find(known, name) == known.end())
          problems->push_back({item.span, fmt::format("'{}' is bound by nothing in '{}'{}", name,
                                                      what, didYouMean(name, known))});
      comparisons.push_back(std::move(*comparison));
    }
    return comparisons;
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
