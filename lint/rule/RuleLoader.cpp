// SPDX-License-Identifier: MIT
#include "lint/rule/RuleLoader.h"

#include "lint/rule/Matcher.h"
#include "lint/rule/MessageTemplate.h"
#include "lint/support/Regex.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"
#include "lint/support/YamlReader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace wikivet {

namespace {

template <typename Value> struct Word {
  std::string_view name;
  Value value;
};

constexpr Word<Severity> severities[] = {{"error", Severity::Error},
                                         {"warning", Severity::Warning},
                                         {"info", Severity::Info},
                                         {"off", Severity::Off}};
constexpr Word<RuleStatus> statuses[] = {{"preview", RuleStatus::Preview},
                                         {"stable", RuleStatus::Stable},
                                         {"deprecated", RuleStatus::Deprecated}};
constexpr Word<Confidence> confidences[] = {
    {"high", Confidence::High}, {"medium", Confidence::Medium}, {"low", Confidence::Low}};
constexpr Word<FixSafety> fixSafeties[] = {
    {"none", FixSafety::None}, {"safe", FixSafety::Safe}, {"unsafe", FixSafety::Unsafe}};
constexpr Word<OptionType> optionTypes[] = {
    {"bool", OptionType::Boolean},  {"integer", OptionType::Integer},
    {"number", OptionType::Number}, {"string", OptionType::String},
    {"regex", OptionType::Regex},   {"string-list", OptionType::StringList}};

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
    static const std::vector<std::string> keys = {
        "name",    "summary", "check",    "severity", "status",   "confidence", "fix",
        "aliases", "options", "messages", "docs",     "examples", "match",      "edit"};
    RuleSpec rule;
    rule.group = std::move(group);
    if (!readKeys(yaml, "rule", keys, *problems))
      return rule;
    rule.name = required(yaml, "name");
    checkName(yaml, rule.name);
    rule.summary = required(yaml, "summary");
    rule.docs = required(yaml, "docs");
    rule.check = required(yaml, "check");
    rule.severity = word<Severity>(yaml, "severity", severities, Severity::Warning);
    rule.status = word<RuleStatus>(yaml, "status", statuses, RuleStatus::Stable);
    rule.confidence = word<Confidence>(yaml, "confidence", confidences, Confidence::High);
    rule.fix = word<FixSafety>(yaml, "fix", fixSafeties, FixSafety::None);
    if (const YamlNode *aliases = yaml.find("aliases"))
      rule.aliases =
          readStringList(*aliases, "aliases", *problems).value_or(std::vector<std::string>());
    readOptions(yaml, rule);
    readMessages(yaml, rule);
    readExamples(yaml, rule);
    readMatch(yaml, rule);
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
  Value word(const YamlNode &yaml, std::string_view key, const Word<Value> (&words)[Size],
             Value fallback) {
    const YamlNode *value = yaml.find(key);
    if (!value)
      return fallback;
    return wordValue(*value, key, words).value_or(fallback);
  }

  template <typename Value, size_t Size>
  std::optional<Value> wordValue(const YamlNode &value, std::string_view key,
                                 const Word<Value> (&words)[Size]) {
    auto text = readString(value, key, *problems);
    if (!text)
      return std::nullopt;
    std::vector<std::string> names;
    for (const Word<Value> &entry : words) {
      if (entry.name == *text)
        return entry.value;
      names.emplace_back(entry.name);
    }
    problems->push_back(
        {value.span, fmt::format("'{}' can't be '{}', only {}{}", key, *text,
                                 fmt::join(names, ", "), didYouMean(*text, names))});
    return std::nullopt;
  }

  std::optional<OptionValue> optionValue(OptionType type, const YamlNode &value) {
    switch (type) {
    case OptionType::Boolean:
      return readBoolean(value, "default", *problems);
    case OptionType::Integer:
      return readInteger(value, "default", *problems);
    case OptionType::Number:
      return readNumber(value, "default", *problems);
    case OptionType::String:
      return readString(value, "default", *problems);
    case OptionType::StringList: {
      auto items = readStringList(value, "default", *problems);
      if (!items)
        return std::nullopt;
      StringList list;
      list.set.insert(items->begin(), items->end());
      list.items = std::move(*items);
      return list;
    }
    case OptionType::Regex: {
      auto pattern = readString(value, "default", *problems);
      if (!pattern)
        return std::nullopt;
      auto regex = Regex::compile(*pattern);
      if (!regex) {
        problems->push_back({value.span, regex.error().message});
        return std::nullopt;
      }
      return std::make_shared<const Regex>(std::move(*regex));
    }
    }
    return std::nullopt;
  }

  void readOptions(const YamlNode &yaml, RuleSpec &rule) {
    const YamlNode *options = yaml.find("options");
    if (!options)
      return;
    if (options->kind != YamlKind::Map) {
      problems->push_back({options->span, "'options' must be a map"});
      return;
    }
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
      auto typeValue = wordValue(*type, "type", optionTypes);
      auto text = readString(*docs, "docs", *problems);
      if (!typeValue || !text)
        continue;
      if (auto defaultValue = optionValue(*typeValue, *value))
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
      if (text->ends_with('.') || (!text->empty() && isUpper(text->front())))
        problems->push_back({entry.value.span,
                             "messages start with a lower-case letter and have no "
                             "full stop"});
      rule.messages.emplace(entry.key, std::move(*text));
    }
  }

  void readExamples(const YamlNode &yaml, RuleSpec &rule) {
    const YamlNode *examples = yaml.find("examples");
    bool hasBad = false, hasGood = false;
    if (examples && examples->kind == YamlKind::Sequence) {
      for (const YamlNode &item : examples->items) {
        if (!readKeys(item, "examples", {"bad", "good", "title"}, *problems))
          continue;
        const YamlNode *bad = item.find("bad");
        const YamlNode *good = item.find("good");
        if ((bad == nullptr) == (good == nullptr)) {
          problems->push_back({item.span, "an example is either 'bad' or 'good'"});
          continue;
        }
        auto text = readString(bad ? *bad : *good, bad ? "bad" : "good", *problems);
        const YamlNode *title = item.find("title");
        if (!text)
          continue;
        hasBad = hasBad || bad;
        hasGood = hasGood || good;
        rule.examples.push_back(
            {.bad = bad != nullptr,
             .text = std::move(*text),
             .title = title ? readString(*title, "title", *problems).value_or("") : ""});
      }
    }
    if (!hasBad || !hasGood)
      problems->push_back({examples ? examples->span : yaml.span,
                           "'examples' must list at least one 'bad' and one 'good'"});
  }

  void readMatch(const YamlNode &yaml, RuleSpec &rule) {
    const YamlNode *match = yaml.find("match");
    const YamlNode *edit = yaml.find("edit");
    if (rule.check != "match") {
      for (const YamlNode *misplaced : {match, edit})
        if (misplaced)
          problems->push_back({misplaced->span, "'match' and 'edit' go with 'check: match' only"});
      return;
    }
    if (!match) {
      problems->push_back({yaml.span, "'check: match' needs 'match'"});
      return;
    }
    rule.matcher = compileMatcher(*match, *problems);
    if (edit)
      readEdit(*edit, rule);
    if (!rule.matcher)
      return;
    if (!rule.messages.contains("found"))
      problems->push_back({yaml.span, "'check: match' reports the message 'found'; it is missing"});
    std::vector<std::string> names;
    rule.matcher->collectNames(names);
    const YamlNode *messages = yaml.find("messages");
    for (const auto &[id, text] : rule.messages)
      checkNames(text, names, messages && messages->find(id) ? messages->find(id)->span : Span{});
    if (rule.edit) {
      checkNames(rule.edit->text, names, edit->span);
      checkNames(rule.edit->title, names, edit->span);
    }
  }

  void checkNames(std::string_view text, const std::vector<std::string> &names, Span span) {
    for (const std::string &name : templateNames(text))
      if (std::ranges::find(names, name) == names.end())
        problems->push_back({span, fmt::format("'{{{}}}' is bound by nothing in 'match'{}", name,
                                               didYouMean(name, names))});
  }

  void readEdit(const YamlNode &edit, RuleSpec &rule) {
    static constexpr Word<EditSpec::Action> actions[] = {
        {"replace", EditSpec::Action::Replace},
        {"insert-before", EditSpec::Action::InsertBefore},
        {"insert-after", EditSpec::Action::InsertAfter},
        {"delete", EditSpec::Action::Delete}};
    if (!readKeys(edit, "edit", {"title", "replace", "insert-before", "insert-after", "delete"},
                  *problems))
      return;
    EditSpec spec{.action = EditSpec::Action::Delete, .title = required(edit, "title"), .text = {}};
    uint32_t count = 0;
    for (const Word<EditSpec::Action> &action : actions) {
      const YamlNode *value = edit.find(action.name);
      if (!value)
        continue;
      ++count;
      spec.action = action.value;
      if (action.value == EditSpec::Action::Delete)
        readBoolean(*value, action.name, *problems);
      else
        spec.text = readString(*value, action.name, *problems).value_or("");
    }
    if (count != 1)
      problems->push_back({edit.span, "'edit' takes one of 'replace', 'insert-before', "
                                      "'insert-after', 'delete'"});
    if (rule.fix == FixSafety::None)
      problems->push_back({edit.span, "a rule with 'edit' must say 'fix: safe' or 'fix: unsafe'"});
    rule.edit = std::make_shared<const EditSpec>(std::move(spec));
  }

  const Source *source;
  Problems *problems;
};

} // namespace

std::optional<RuleSpec> loadRule(const Source &source, std::string group,
                                 std::vector<Diagnostic> &errors) {
  Problems problems;
  std::optional<YamlNode> yaml = readYaml(source.text(), problems);
  std::optional<RuleSpec> rule;
  if (yaml)
    rule = Loader(source, problems).load(*yaml, std::move(group));
  auto size = static_cast<uint32_t>(source.text().size());
  for (Problem &problem : problems) {
    Span span{.begin = std::min(problem.span.begin, size), .end = std::min(problem.span.end, size)};
    errors.push_back({.rule = std::string(ruleFileId),
                      .severity = Severity::Error,
                      .span = span,
                      .message = std::move(problem.message),
                      .related = {},
                      .fixes = {}});
  }
  if (!problems.empty())
    return std::nullopt;
  return rule;
}

} // namespace wikivet
