// SPDX-License-Identifier: MIT
#include "lint/rule/EntityMatcher.h"

#include "lint/model/Templates.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"
#include "lint/support/YamlImage.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

using ConditionPtr = std::shared_ptr<const TextCondition>;

struct PartCondition {
  const EntityPart *part;
  ConditionPtr text;
  NumberCondition number;
  bool flag = true;
};

class EntityMatcher final : public Matcher {
public:
  explicit EntityMatcher(const Entity &entity) : entity(&entity) {}

  std::vector<PartCondition> conditions;
  std::vector<std::string> has, lacks;
  std::vector<std::pair<std::string, ConditionPtr>> with;

  bool matches(Node node, const Document &document, Bindings &bindings) const override {
    if (!entity->kinds.contains(node.kind()) || (entity->is && !entity->is(node, document)))
      return false;
    PartText text;
    for (const PartCondition &condition : conditions)
      if (!holds(condition, node, document, text, bindings))
        return false;
    auto isGiven = [&](const std::string &name) {
      return this->isGiven(name, node, document, text);
    };
    if (!std::ranges::all_of(has, isGiven) || std::ranges::any_of(lacks, isGiven))
      return false;
    return std::ranges::all_of(with, [&](const auto &pair) {
      return entity->named(node, document, pair.first, text) &&
             pair.second->holds(text.view(), document, bindings);
    });
  }

  bool possible(const Document &document) const override {
    for (const PartCondition &condition : conditions)
      if (condition.text && condition.part->verbatim &&
          !condition.text->possible(document.textIndex()))
        return false;
    return true;
  }

  Words words() const override {
    return wordsOfAll(conditions, [](const PartCondition &condition) {
      bool isInNode = condition.text && condition.part->verbatim && !condition.part->isOutside;
      return isInNode ? condition.text->words() : Words();
    });
  }

  KindSet kinds() const override { return entity->kinds; }

  void collectNames(std::vector<std::string> &names) const override {
    for (const PartCondition &condition : conditions)
      if (condition.text)
        condition.text->collectNames(names);
    for (const auto &[name, condition] : with)
      condition->collectNames(names);
  }

  void collectParts(std::vector<std::string> &names) const override {
    for (const EntityPart &part : entity->parts)
      if (!part.flag)
        names.emplace_back(part.name);
    for (const std::string &name : has)
      names.push_back(name);
    for (const auto &[name, condition] : with)
      names.push_back(name);
  }

  std::optional<std::string> part(std::string_view name, Node node,
                                  const Document &document) const override {
    PartText text;
    for (const EntityPart &part : entity->parts) {
      if (part.name != name)
        continue;
      if (part.text && part.text(node, document, text))
        return std::string(text.view());
      if (part.number)
        if (auto number = part.number(node, document))
          return std::to_string(*number);
      return std::nullopt;
    }
    if (entity->named && entity->named(node, document, name, text))
      return std::string(text.view());
    return std::nullopt;
  }

  std::string describe() const override { return std::string(entity->name); }

  bool explain(Node node, const Document &document, Bindings &bindings,
               std::vector<Step> &steps) const override {
    bool isOne = entity->kinds.contains(node.kind()) && (!entity->is || entity->is(node, document));
    steps.push_back({.what = std::string(entity->name), .holds = isOne});
    if (!isOne)
      return false;
    PartText text;
    for (const PartCondition &condition : conditions) {
      bool good = holds(condition, node, document, text, bindings);
      std::string value = part(condition.part->name, node, document).value_or("");
      steps.push_back({.what = fmt::format("{}.{} (here '{}')", entity->name, condition.part->name,
                                           shorten(value, 60)),
                       .holds = good});
      if (!good)
        return false;
    }
    auto tell = [&](std::string_view word, const std::string &name, bool good) {
      std::string value = part(name, node, document).value_or("");
      steps.push_back({.what = fmt::format("{} {} {} (here '{}')", entity->name, word, name,
                                           shorten(value, 60)),
                       .holds = good});
      return good;
    };
    for (const std::string &name : has)
      if (!tell("has", name, isGiven(name, node, document, text)))
        return false;
    for (const std::string &name : lacks)
      if (!tell("lacks", name, !isGiven(name, node, document, text)))
        return false;
    for (const auto &[name, condition] : with)
      if (!tell("with", name,
                entity->named(node, document, name, text) &&
                    condition->holds(text.view(), document, bindings)))
        return false;
    return true;
  }

private:
  /// What is given without a value is not given.
  bool isGiven(const std::string &name, Node node, const Document &document, PartText &text) const {
    return entity->named(node, document, name, text) &&
           (entity->name == "tag" || !trim(text.view()).empty());
  }

  static bool holds(const PartCondition &condition, Node node, const Document &document,
                    PartText &text, Bindings &bindings) {
    const EntityPart &part = *condition.part;
    if (part.flag)
      return part.flag(node, document) == condition.flag;
    if (part.number) {
      auto number = part.number(node, document);
      return number && condition.number.holds(*number);
    }
    return part.text(node, document, text) &&
           condition.text->holds(text.view(), document, bindings);
  }

  const Entity *entity;
};

/// Reads the conditions of an entity, noting every problem.
class EntityCompiler {
public:
  EntityCompiler(const Entity &entity, Problems &problems)
      : entity(&entity), problems(&problems), matcher(std::make_shared<EntityMatcher>(entity)) {}

  std::shared_ptr<const Matcher> compile(const YamlNode &yaml) {
    size_t before = problems->size();
    if (yaml.kind != YamlKind::Map || isCondition(yaml)) {
      if (yaml.kind != YamlKind::Null)
        add(entity->parts.front(), yaml);
    } else {
      if (entity->named)
        hintAtNames(yaml);
      else
        readKeys(yaml, entity->name, keys(), *problems);
      for (const YamlEntry &entry : yaml.entries)
        read(entry);
    }
    return problems->size() == before ? matcher : nullptr;
  }

private:
  /// `link: {empty: true}` is about the first part.
  bool isCondition(const YamlNode &yaml) const {
    auto names = keys();
    return !yaml.entries.empty() && std::ranges::find(names, "empty") == names.end() &&
           yaml.entries.front().key == "empty";
  }

  std::vector<std::string> keys() const {
    std::vector<std::string> names;
    for (const EntityPart &part : entity->parts)
      names.emplace_back(part.name);
    if (entity->named)
      names.insert(names.end(), {"has", "lacks", "with"});
    return names;
  }

  /// What is no part may be a name that the page gives.
  void hintAtNames(const YamlNode &yaml) {
    std::vector<std::string> known = keys();
    for (const YamlEntry &entry : yaml.entries)
      if (std::ranges::find(known, entry.key) == known.end())
        problems->push_back(
            {entry.keySpan, fmt::format("unknown key '{0}'{1}; a name that the page gives goes "
                                        "below 'with', as 'with: {{{0}: …}}'",
                                        entry.key, didYouMean(entry.key, known))});
  }

  void read(const YamlEntry &entry) {
    for (const EntityPart &part : entity->parts)
      if (part.name == entry.key)
        add(part, entry.value);
    if (!entity->named)
      return;
    if (entry.key == "has" || entry.key == "lacks") {
      auto names = readStringList(entry.value, entry.key, *problems);
      if (names)
        (entry.key == "has" ? matcher->has : matcher->lacks) = std::move(*names);
    } else if (entry.key == "with") {
      if (entry.value.kind != YamlKind::Map) {
        problems->push_back({entry.value.span, "'with' must be a map of names and conditions"});
        return;
      }
      for (const YamlEntry &inner : entry.value.entries)
        if (auto condition = TextCondition::compile(inner.value, inner.key, *problems))
          matcher->with.emplace_back(inner.key, std::move(condition));
    }
  }

  void add(const EntityPart &part, const YamlNode &yaml) {
    PartCondition condition{.part = &part, .text = {}, .number = {}};
    if (part.flag) {
      condition.flag = readBoolean(yaml, part.name, *problems).value_or(true);
    } else if (part.number) {
      if (auto number = NumberCondition::compile(yaml, part.name, *problems))
        condition.number = *number;
    } else {
      bool isTemplateName = entity->name == "template" || part.name == "template";
      condition.text =
          isTemplateName ? TextCondition::compile(normalized(copyYaml(yaml)), part.name, *problems)
                         : TextCondition::compile(yaml, part.name, *problems);
    }
    matcher->conditions.push_back(std::move(condition));
  }

  /// Names of templates are compared as MediaWiki reads them.
  static YamlNode normalized(YamlNode yaml) { // NOLINT(misc-no-recursion): as deep as the YAML
    for (YamlNode &item : yaml.items)
      item = normalized(std::move(item));
    for (YamlEntry &entry : yaml.entries)
      entry.value = normalized(std::move(entry.value));
    if (yaml.kind == YamlKind::Scalar && !yaml.scalar.starts_with('@') &&
        !yaml.scalar.starts_with('/'))
      yaml.scalar = normalizeTemplateName(yaml.scalar);
    return yaml;
  }

  const Entity *entity;
  Problems *problems;
  std::shared_ptr<EntityMatcher> matcher;
};

} // namespace

std::shared_ptr<const Matcher> compileEntity(const Entity &entity, const YamlNode &yaml,
                                             Problems &problems) {
  return EntityCompiler(entity, problems).compile(yaml);
}

} // namespace wikivet
