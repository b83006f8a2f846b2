// SPDX-License-Identifier: MIT
#include "lint/rule/Matcher.h"

#include "lint/model/Tags.h"
#include "lint/model/Templates.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

using MatcherPtr = std::shared_ptr<const Matcher>;

class KindMatcher final : public Matcher {
public:
  explicit KindMatcher(KindSet set) : set(set) {}
  bool matches(Node node, const Document & /*document*/, Bindings & /*bindings*/) const override {
    return set.contains(node.kind());
  }
  KindSet kinds() const override { return set; }

private:
  KindSet set;
};

/// `text:` a regular expression that must match somewhere in the node's text; named groups bind.
class TextMatcher final : public Matcher {
public:
  explicit TextMatcher(Regex regex) : regex(std::move(regex)) {}
  bool matches(Node node, const Document & /*document*/, Bindings &bindings) const override {
    auto groups = regex.find(node.text());
    if (!groups)
      return false;
    for (const auto &[name, number] : regex.groupNames())
      if (std::optional<Span> span = (*groups)[static_cast<size_t>(number)])
        bindings.emplace_back(name, node.text().substr(span->begin, span->size()));
    return true;
  }
  KindSet kinds() const override { return KindSet::all(); }
  void collectNames(std::vector<std::string> &names) const override {
    for (const auto &[name, number] : regex.groupNames())
      names.push_back(name);
  }

private:
  Regex regex;
};

/// `bind:` gives the node's text a name.
class BindMatcher final : public Matcher {
public:
  explicit BindMatcher(std::string name) : name(std::move(name)) {}
  bool matches(Node node, const Document & /*document*/, Bindings &bindings) const override {
    bindings.emplace_back(name, node.text());
    return true;
  }
  KindSet kinds() const override { return KindSet::all(); }
  void collectNames(std::vector<std::string> &names) const override { names.push_back(name); }

private:
  std::string name;
};

/// `template:` a call of one of some templates, with and without some parameters.
class TemplateMatcher final : public Matcher {
public:
  std::vector<std::string> templateNames; ///< empty: any
  std::vector<std::string> has;
  std::vector<std::string> lacks;

  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    const Template *call = document.templates().at(node);
    if (!call || (!templateNames.empty() &&
                  std::ranges::find(templateNames, call->name) == templateNames.end()))
      return false;
    auto isGiven = [&](const std::string &parameter) {
      const Argument *argument = call->argument(parameter);
      return argument && !argument->trimmed.empty();
    };
    if (!std::ranges::all_of(has, isGiven) || std::ranges::any_of(lacks, isGiven))
      return false;
    bindings.emplace_back("template", call->name);
    return true;
  }
  KindSet kinds() const override { return {NodeKind::Template}; }
  void collectNames(std::vector<std::string> &names) const override {
    names.emplace_back("template");
  }
};

/// `tag:` an element, extension or lone tag by name and attributes.
class TagMatcher final : public Matcher {
public:
  std::vector<std::string> tagNames;
  std::vector<std::string> attributes;

  bool matches(Node node, const Document & /*document*/, Bindings &bindings) const override {
    std::string name = tagName(node);
    if (name.empty() || (!tagNames.empty() && std::ranges::find(tagNames, name) == tagNames.end()))
      return false;
    Node tag = node.isOneOf(NodeKind::Element, NodeKind::Extension) ? node.firstChild() : node;
    for (const std::string &wanted : attributes) {
      bool found = false;
      for (Node child : tag.children())
        found = found || (child.is(NodeKind::Attribute) &&
                          equalsIgnoringCase(child.firstChild().text(), wanted));
      if (!found)
        return false;
    }
    bindings.emplace_back("tag", name);
    return true;
  }
  KindSet kinds() const override {
    return {NodeKind::Element,     NodeKind::Extension,     NodeKind::UnclosedTag,
            NodeKind::VoidElement, NodeKind::SelfClosedTag, NodeKind::UnclosedExtension,
            NodeKind::StrayEndTag, NodeKind::IncludeTag};
  }
  void collectNames(std::vector<std::string> &names) const override { names.emplace_back("tag"); }
};

/// A condition on another node that stands in some relation to this one.
class RelationMatcher final : public Matcher {
public:
  enum class Relation : uint8_t { Inside, Has, Follows, Precedes };
  RelationMatcher(Relation relation, MatcherPtr other)
      : relation(relation), other(std::move(other)) {}

  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    switch (relation) {
    case Relation::Inside:
      for (Node outer = node.parent(); outer; outer = outer.parent())
        if (other->matches(outer, document, bindings))
          return true;
      return false;
    case Relation::Has:
      for (uint32_t i = node.index() + 1; i < node.subtreeEnd(); ++i)
        if (other->matches(node.tree().node(i), document, bindings))
          return true;
      return false;
    case Relation::Follows: {
      Node previous;
      if (Node parent = node.parent())
        for (Node child = parent.firstChild(); child != node; child = child.nextSibling())
          previous = child;
      return previous && other->matches(previous, document, bindings);
    }
    case Relation::Precedes: {
      Node next = node.nextSibling();
      return next && other->matches(next, document, bindings);
    }
    }
    return false;
  }
  KindSet kinds() const override { return KindSet::all(); }
  void collectNames(std::vector<std::string> &names) const override { other->collectNames(names); }

private:
  Relation relation;
  MatcherPtr other;
};

class AllMatcher final : public Matcher {
public:
  std::vector<MatcherPtr> parts;
  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    return std::ranges::all_of(
        parts, [&](const MatcherPtr &part) { return part->matches(node, document, bindings); });
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
};

class AnyMatcher final : public Matcher {
public:
  std::vector<MatcherPtr> parts;
  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    return std::ranges::any_of(
        parts, [&](const MatcherPtr &part) { return part->matches(node, document, bindings); });
  }
  KindSet kinds() const override {
    KindSet set;
    for (const MatcherPtr &part : parts)
      set |= part->kinds();
    return set;
  }
};

class NotMatcher final : public Matcher {
public:
  explicit NotMatcher(MatcherPtr inner) : inner(std::move(inner)) {}
  bool matches(Node node, const Document &document, Bindings & /*bindings*/) const override {
    Bindings unused;
    return !inner->matches(node, document, unused);
  }
  KindSet kinds() const override { return KindSet::all(); }

private:
  MatcherPtr inner;
};

/// Turns YAML into matchers; a null result means that a problem was added.
class Compiler {
public:
  explicit Compiler(Problems &problems) : problems(&problems) {}

  /// A map of conditions that must all hold. YAML nests no deeper than yaml-cpp allows, so this
  /// recursion is bounded.
  MatcherPtr map(const YamlNode &yaml) { // NOLINT(misc-no-recursion)
    static const std::vector<std::string> keys = {"kind",   "text", "template", "tag",
                                                  "inside", "has",  "follows",  "precedes",
                                                  "all",    "any",  "not",      "bind"};
    size_t before = problems->size();
    if (!readKeys(yaml, "match", keys, *problems))
      return nullptr;
    auto all = std::make_shared<AllMatcher>();
    for (const YamlEntry &entry : yaml.entries)
      if (MatcherPtr part = condition(entry.key, entry.value))
        all->parts.push_back(std::move(part));
    return problems->size() == before ? all : nullptr;
  }

private:
  MatcherPtr condition(std::string_view key, const YamlNode &value) { // NOLINT(misc-no-recursion)
    using Relation = RelationMatcher::Relation;
    if (key == "kind")
      return kind(value);
    if (key == "text")
      return text(value);
    if (key == "bind") {
      auto name = readString(value, key, *problems);
      return name ? std::make_shared<BindMatcher>(*name) : nullptr;
    }
    if (key == "template")
      return templateCall(value);
    if (key == "tag")
      return tag(value);
    if (key == "all" || key == "any")
      return list(key == "all", value);
    MatcherPtr inner = map(value);
    if (!inner)
      return nullptr;
    if (key == "not")
      return std::make_shared<NotMatcher>(inner);
    Relation relation = key == "inside"    ? Relation::Inside
                        : key == "has"     ? Relation::Has
                        : key == "follows" ? Relation::Follows
                                           : Relation::Precedes;
    return std::make_shared<RelationMatcher>(relation, inner);
  }

  MatcherPtr list(bool isAll, const YamlNode &value) { // NOLINT(misc-no-recursion)
    if (value.kind != YamlKind::Sequence) {
      problems->push_back({value.span, "'all' and 'any' take a list of conditions"});
      return nullptr;
    }
    std::vector<MatcherPtr> parts;
    for (const YamlNode &item : value.items)
      if (MatcherPtr part = map(item))
        parts.push_back(std::move(part));
    if (isAll) {
      auto all = std::make_shared<AllMatcher>();
      all->parts = std::move(parts);
      return all;
    }
    auto any = std::make_shared<AnyMatcher>();
    any->parts = std::move(parts);
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
        std::vector<std::string> known(nodeKindNames.begin(), nodeKindNames.end());
        problems->push_back(
            {value.span, fmt::format("no node is called '{}'{}", name, didYouMean(name, known))});
        return nullptr;
      }
      set |= KindSet{*found};
    }
    return std::make_shared<KindMatcher>(set);
  }

  MatcherPtr text(const YamlNode &value) {
    auto pattern = readString(value, "text", *problems);
    if (!pattern)
      return nullptr;
    auto regex = Regex::compile(*pattern);
    if (!regex) {
      problems->push_back({value.span, regex.error().message});
      return nullptr;
    }
    return std::make_shared<TextMatcher>(std::move(*regex));
  }

  std::vector<std::string> strings(const YamlNode &map, std::string_view key) {
    const YamlNode *value = map.find(key);
    if (!value)
      return {};
    return readStringList(*value, key, *problems).value_or(std::vector<std::string>());
  }

  MatcherPtr templateCall(const YamlNode &value) {
    auto matcher = std::make_shared<TemplateMatcher>();
    if (value.kind == YamlKind::Map) {
      readKeys(value, "template", {"name", "has", "lacks"}, *problems);
      matcher->templateNames = strings(value, "name");
      matcher->has = strings(value, "has");
      matcher->lacks = strings(value, "lacks");
    } else {
      matcher->templateNames =
          readStringList(value, "template", *problems).value_or(std::vector<std::string>());
    }
    for (std::string &name : matcher->templateNames)
      name = normalizeTemplateName(name);
    return matcher;
  }

  MatcherPtr tag(const YamlNode &value) {
    auto matcher = std::make_shared<TagMatcher>();
    if (value.kind == YamlKind::Map) {
      readKeys(value, "tag", {"name", "attribute"}, *problems);
      matcher->tagNames = strings(value, "name");
      matcher->attributes = strings(value, "attribute");
    } else {
      matcher->tagNames =
          readStringList(value, "tag", *problems).value_or(std::vector<std::string>());
    }
    return matcher;
  }

  Problems *problems;
};

} // namespace

std::shared_ptr<const Matcher> compileMatcher(const YamlNode &yaml, Problems &problems) {
  MatcherPtr matcher = Compiler(problems).map(yaml);
  if (matcher && matcher->kinds() == KindSet::all()) {
    problems.push_back({yaml.span, "'match' must say which nodes it looks at: add 'kind', "
                                   "'template' or 'tag'"});
    return nullptr;
  }
  if (matcher && matcher->kinds().empty()) {
    problems.push_back({yaml.span, "'match' can fit no node: its conditions exclude each other"});
    return nullptr;
  }
  return matcher;
}

} // namespace wikivet
