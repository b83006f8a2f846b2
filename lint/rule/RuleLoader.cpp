// SPDX-License-Identifier: MIT
#include "lint/rule/RuleLoader.h"

#include "lint/rule/OptionReader.h"
#include "lint/rule/Pattern.h"
#include "lint/support/Text.h"
#include "lint/support/YamlReader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace wikivet {

namespace {

constexpr YamlWord<Severity> severityWords[] = {{"error", Severity::Error},
                                                {"warning", Severity::Warning},
                                                {"info", Severity::Info},
                                                {"off", Severity::Off}};

bool isKebabCase(std::string_view name) {
  return !name.empty() && name.front() != '-' && name.back() != '-' &&
         std::ranges::all_of(
             name, [](char c) { return (isLetter(c) && !isUpper(c)) || isDigit(c) || c == '-'; });
}

/// Reads the parts of one rule file, noting every problem on the way.
class Loader {
public:
  Loader(const Source &source, Problems &problems) : source(&source), problems(&problems) {}

  RuleSpec load(const YamlNode &yaml, std::string group) {
    static const std::vector<std::string> keys = [] {
      std::vector<std::string> names = {
          "name",       "summary", "check",   "severity", "status",  "cosmetic",
          "confidence", "fix",     "aliases", "tags",     "wikis",   "namespaces",
          "yields-to",  "docs",    "options", "messages", "examples"};
      names.insert(names.end(), patternKeys.begin(), patternKeys.end());
      return names;
    }();
    RuleSpec rule;
    rule.group = std::move(group);
    if (!readKeys(yaml, "rule", keys, *problems))
      return rule;
    rule.name = required(yaml, "name");
    checkName(yaml, rule.name);
    rule.summary = required(yaml, "summary");
    rule.docs = required(yaml, "docs");
    rule.check = required(yaml, "check");
    rule.severity = word(yaml, "severity", severityWords, Severity::Warning);
    rule.status = word(yaml, "status", statusWords, RuleStatus::Stable);
    rule.confidence = word(yaml, "confidence", confidenceWords, Confidence::High);
    rule.fix = word(yaml, "fix", fixSafetyWords, FixSafety::None);
    if (const YamlNode *cosmetic = yaml.find("cosmetic"))
      rule.cosmetic = readBoolean(*cosmetic, "cosmetic", *problems).value_or(false);
    rule.aliases = readStrings(yaml, "aliases", *problems);
    rule.tags = readStrings(yaml, "tags", *problems);
    rule.yieldsTo = readStrings(yaml, "yields-to", *problems);
    rule.wikis = readStrings(yaml, "wikis", *problems);
    rule.namespaces = readIntegers(yaml, "namespaces", *problems);
    readOptions(yaml, rule);
    readMessages(yaml, rule);
    readExamples(yaml, rule);
    readPattern(yaml, rule);
    return rule;
  }

private:
  std::string required(const YamlNode &yaml, std::string_view key) {
    const YamlNode *value = yaml.find(key);
    if (!value) {
      problems->push_back({yaml.span, fmt::format("'{}' is missing", key)});
      return {};
    }
    return readString(*value, key, *problems).value_or("");
  }

  void checkName(const YamlNode &yaml, const std::string &name) {
    const YamlNode *value = yaml.find("name");
    if (!value)
      return;
    std::string stem = std::filesystem::path(source->path()).stem().string();
    if (!isKebabCase(name))
      problems->push_back({value->span, fmt::format("'{}' is no rule name: use lower-case words "
                                                    "with hyphens",
                                                    name)});
    else if (name != stem)
      problems->push_back(
          {value->span, fmt::format("the rule is called '{}', but its file '{}'", name, stem)});
  }

  template <typename Value, size_t Size>
  Value word(const YamlNode &yaml, std::string_view key, const YamlWord<Value> (&words)[Size],
             Value fallback) {
    const YamlNode *value = yaml.find(key);
    return value ? readWord(*value, key, words, *problems).value_or(fallback) : fallback;
  }

  void readOptions(const YamlNode &yaml, RuleSpec &rule) {
    const YamlNode *options = findMap(yaml, "options", *problems);
    if (!options)
      return;
    for (const YamlEntry &entry : options->entries) {
      if (!readKeys(entry.value, entry.key, {"type", "default", "docs"}, *problems))
        continue;
      const YamlNode *type = entry.value.find("type");
      const YamlNode *value = entry.value.find("default");
      const YamlNode *docs = entry.value.find("docs");
      if (!type || !value || !docs) {
        problems->push_back(
            {entry.keySpan,
             fmt::format("option '{}' needs 'type', 'default' and 'docs'", entry.key)});
        continue;
      }
      auto typeValue = readWord(*type, "type", optionTypeWords, *problems);
      auto text = readString(*docs, "docs", *problems);
      if (!typeValue || !text)
        continue;
      if (auto defaultValue = readOptionValue(*typeValue, *value, "default", *problems))
        rule.options.emplace(entry.key, OptionSpec{*typeValue, std::move(*defaultValue), *text});
    }
  }

  void readMessages(const YamlNode &yaml, RuleSpec &rule) {
    const YamlNode *messages = yaml.find("messages");
    if (!messages || messages->kind != YamlKind::Map || messages->entries.empty()) {
      problems->push_back({messages ? messages->span : yaml.span,
                           "'messages' must be a map with at least one message"});
      return;
    }
    for (const YamlEntry &entry : messages->entries) {
      auto text = readString(entry.value, entry.key, *problems);
      if (!text)
        continue;
      rule.messages.emplace(entry.key, std::move(*text));
    }
  }

  void readExamples(const YamlNode &yaml, RuleSpec &rule) {
    const YamlNode *examples = yaml.find("examples");
    if (examples && examples->kind == YamlKind::Sequence) {
      for (const YamlNode &item : examples->items) {
        if (!readKeys(item, "examples", {"bad", "good", "title", "fixed"}, *problems))
          continue;
        const YamlNode *bad = item.find("bad");
        const YamlNode *good = item.find("good");
        if ((bad == nullptr) == (good == nullptr)) {
          problems->push_back({item.span, "an example is either 'bad' or 'good'"});
          continue;
        }
        auto text = readString(bad ? *bad : *good, bad ? "bad" : "good", *problems);
        const YamlNode *title = item.find("title");
        const YamlNode *fixed = item.find("fixed");
        if (!text)
          continue;
        rule.examples.push_back(
            {.bad = bad != nullptr,
             .text = std::move(*text),
             .title = title ? readString(*title, "title", *problems).value_or("") : "",
             .fixed = fixed ? readString(*fixed, "fixed", *problems) : std::nullopt});
      }
    }
  }

  void readPattern(const YamlNode &yaml, RuleSpec &rule) {
    const std::vector<PatternCheck> &checks = patternChecks();
    auto check = std::ranges::find(checks, rule.check, &PatternCheck::name);
    if (check != checks.end()) {
      rule.pattern = compilePattern(yaml, *check, *problems);
      if (rule.pattern && rule.pattern->edit && rule.fix == FixSafety::None)
        problems->push_back(
            {yaml.find("edit")->span, "a rule with 'edit' must say 'fix: safe' or 'fix: unsafe'"});
      if (rule.pattern && !rule.pattern->edit && rule.fix != FixSafety::None)
        problems->push_back({yaml.find("fix")->span, "a rule with a fix needs an 'edit'"});
      return;
    }
    for (const YamlEntry &entry : yaml.entries)
      if (std::ranges::find(patternKeys, entry.key) != patternKeys.end())
        problems->push_back(
            {entry.keySpan, fmt::format("'check: {}' takes no '{}'", rule.check, entry.key)});
  }

  const Source *source;
  Problems *problems;
};

} // namespace

std::optional<RuleSpec> loadRule(const YamlNode &yaml, const Source &source, std::string group,
                                 Problems &problems) {
  size_t before = problems.size();
  RuleSpec rule = Loader(source, problems).load(yaml, std::move(group));
  if (problems.size() > before)
    return std::nullopt;
  return rule;
}

} // namespace wikivet
