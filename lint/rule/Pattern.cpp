// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"

#include "lint/model/References.h"
#include "lint/model/Sections.h"
#include "lint/rule/MessageTemplate.h"
#include "lint/rule/RuleSpec.h"
#include "lint/support/Suggest.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

const std::vector<PatternCheck> &patternChecks() {
  static const std::vector<PatternCheck> checks = {
      {"match", {"match"}, {"edit"}, {"found"}, makeMatchCheck},
      {"duplicates", {"match", "key"}, {"within", "edit"}, {"found", "first"}, makeDuplicatesCheck},
      {"require", {"need"}, {"match", "within"}, {"found"}, makeRequireCheck},
      {"order", {"first", "then"}, {"within"}, {"found", "other"}, makeOrderCheck},
      {"majority", {"variants"}, {"within", "edit"}, {"found"}, makeMajorityCheck},
      {"limit", {"match", "most"}, {"within", "edit"}, {"found"}, makeLimitCheck},
      {"occurrences", {"match", "pattern"}, {"edit"}, {"found"}, makeOccurrencesCheck},
      {"pair", {"match", "need"}, {"within", "key"}, {"found"}, makePairCheck},
  };
  return checks;
}

namespace {

constexpr YamlWord<Scope> scopeWords[] = {
    {"page", Scope::Page},         {"section", Scope::Section},     {"parent", Scope::Parent},
    {"template", Scope::Template}, {"reference", Scope::Reference}, {"table", Scope::Table}};

/// A pattern of RE2 without its assertions about a place: `^`, `$`, `\b` and the like. Nothing if
/// it has a part that is quoted with `\Q`.
std::optional<std::string> withoutAssertions(std::string_view pattern) {
  constexpr std::string_view nothing = "(?:)";
  std::string result;
  bool inClass = false;
  for (size_t i = 0; i < pattern.size(); ++i) {
    char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      char escaped = pattern[++i];
      if (escaped == 'Q')
        return std::nullopt;
      if (!inClass && std::string_view("bBAz").contains(escaped))
        result += nothing;
      else
        (result += c) += escaped;
    } else if (inClass) {
      // A named class ends with a bracket of its own: `[[:alpha:]_]`.
      size_t end = c == '[' && pattern.substr(i + 1).starts_with(':') ? pattern.find(":]", i) : i;
      if (end != i && end != std::string_view::npos) {
        result += pattern.substr(i, end + 2 - i);
        i = end + 1;
        continue;
      }
      inClass = c != ']';
      result += c;
    } else if (c == '[') {
      inClass = true;
      result += c;
      // A bracket that comes first stands for itself.
      for (char first : {'^', ']'})
        if (pattern.substr(i + 1).starts_with(first))
          result += pattern[++i];
    } else if (c == '^' || c == '$') {
      result += nothing;
    } else {
      result += c;
    }
  }
  return result;
}

/// What matches wherever a pattern matches in a part of the text; null if that isn't known.
std::shared_ptr<const Regex> looseRegex(const Regex &regex) {
  auto pattern = withoutAssertions(regex.pattern());
  auto loose = pattern ? Regex::compile(*pattern) : std::unexpected(Error{});
  return loose ? std::make_shared<const Regex>(std::move(*loose)) : nullptr;
}

/// Names that a check itself gives to its messages.
std::vector<std::string> ownNames(std::string_view check) {
  if (check == "occurrences")
    return {"found"};
  if (check == "limit")
    return {"count", "most"};
  if (check == "majority")
    return {"variant", "count", "majority", "majority-count"};
  if (check == "duplicates" || check == "pair")
    return {"key"};
  return {};
}

class PatternCompiler {
public:
  PatternCompiler(const YamlNode &rule, const PatternCheck &check, Problems &problems)
      : rule(&rule), check(&check), problems(&problems), pattern(std::make_shared<Pattern>()) {}

  std::shared_ptr<const Pattern> compile() {
    size_t before = problems->size();
    for (std::string_view key : check->required)
      if (!rule->find(key))
        problems->push_back({rule->span, fmt::format("'check: {}' needs '{}'", check->name, key)});
    for (const YamlEntry &entry : rule->entries)
      read(entry);
    for (std::string_view id : check->messages)
      requireMessage(id);
    if (problems->size() == before) {
      checkNames();
      for (const auto &[name, matcher] : pattern->matchers)
        pattern->kinds |= matcher->kinds();
      pattern->words =
          wordsOfAny(pattern->matchers, [](const auto &entry) { return entry.second->words(); });
      if (pattern->regex)
        pattern->words = rarer(std::move(pattern->words), wordsOf(*pattern->regex));
    }
    return problems->size() == before ? pattern : nullptr;
  }

private:
  bool takes(std::string_view key) const {
    return std::ranges::find(check->required, key) != check->required.end() ||
           std::ranges::find(check->optional, key) != check->optional.end();
  }

  void read(const YamlEntry &entry) {
    if (std::ranges::find(patternKeys, entry.key) == patternKeys.end())
      return;
    if (!takes(entry.key)) {
      problems->push_back(
          {entry.keySpan, fmt::format("'check: {}' takes no '{}'", check->name, entry.key)});
      return;
    }
    if (entry.key == "within") {
      pattern->within =
          readWord(entry.value, "within", scopeWords, *problems).value_or(Scope::Page);
    } else if (entry.key == "key") {
      pattern->key = readString(entry.value, "key", *problems).value_or("");
    } else if (entry.key == "most") {
      pattern->most = readInteger(entry.value, "most", *problems).value_or(0);
    } else if (entry.key == "pattern") {
      auto pattern = readString(entry.value, "pattern", *problems);
      auto regex = Regex::compile(pattern.value_or(""));
      if (regex) {
        this->pattern->loose = looseRegex(*regex);
        this->pattern->regex = std::make_shared<const Regex>(std::move(*regex));
      } else {
        problems->push_back({entry.value.span, regex.error().message});
      }
    } else if (entry.key == "edit") {
      pattern->edit = compileEdit(entry.value, *problems);
    } else if (entry.key == "variants") {
      if (entry.value.kind != YamlKind::Map || entry.value.entries.size() < 2)
        problems->push_back({entry.value.span, "'variants' must be a map of two or more names"});
      else
        for (const YamlEntry &variant : entry.value.entries)
          add(variant.key, variant.value);
    } else {
      add(entry.key, entry.value);
    }
  }

  void add(const std::string &name, const YamlNode &yaml) {
    if (auto matcher = compileMatcher(yaml, name, *problems))
      pattern->matchers.emplace(name, std::move(matcher));
  }

  const YamlNode *message(std::string_view id) const {
    const YamlNode *messages = rule->find("messages");
    return messages ? messages->find(id) : nullptr;
  }

  void requireMessage(std::string_view id) {
    if (!message(id))
      problems->push_back({rule->span, fmt::format("'check: {}' reports the message '{}'; it is "
                                                   "missing",
                                                   check->name, id)});
  }

  /// Every `{name}` in the key, the messages and the edit must have a value.
  void checkNames() {
    std::vector<std::string> names = ownNames(check->name);
    const Matcher *reported = pattern->matcher(check->name == "order" ? "first" : "match");
    std::vector<std::string> matched;
    if (reported)
      matched = matchedNames(*reported);
    else if (check->name == "majority")
      matched = {"text"};
    names.insert(names.end(), matched.begin(), matched.end());
    if (pattern->regex)
      for (const auto &[name, number] : pattern->regex->groupNames())
        names.push_back(name);
    if (const YamlNode *key = rule->find("key"))
      checkText(pattern->key, matched, key->span);
    for (std::string_view id : check->messages)
      if (const YamlNode *text = message(id))
        checkText(text->scalar, names, text->span);
    if (pattern->edit)
      for (const std::string *text :
           {&pattern->edit->title, &pattern->edit->text, &pattern->edit->second})
        checkText(*text, names, rule->find("edit")->span);
  }

  void checkText(std::string_view text, const std::vector<std::string> &names, Span span) {
    for (const std::string &name : templateNames(text))
      if (std::ranges::find(names, name) == names.end())
        problems->push_back(
            {span, fmt::format("'{{{}}}' is bound by nothing{}", name, didYouMean(name, names))});
  }

  const YamlNode *rule;
  const PatternCheck *check;
  Problems *problems;
  std::shared_ptr<Pattern> pattern;
};

} // namespace

std::shared_ptr<const Pattern> compilePattern(const YamlNode &rule, const PatternCheck &check,
                                              Problems &problems) {
  return PatternCompiler(rule, check, problems).compile();
}

uint64_t scopeOf(Scope scope, Node node, const Document &document) {
  auto around = [&](NodeKind kind) -> uint64_t {
    Node outer = node.ancestor(kind);
    return outer ? outer.index() + 1 : 0;
  };
  switch (scope) {
  case Scope::Page:
    return 0;
  case Scope::Section:
    return document.sections().indexAt(node.begin());
  case Scope::Parent:
    return node.parent() ? node.parent().index() + 1 : 0;
  case Scope::Template:
    return around(NodeKind::Template);
  case Scope::Table:
    return around(NodeKind::Table);
  case Scope::Reference: {
    Node reference = enclosingReference(node);
    return reference ? reference.index() + 1 : 0;
  }
  }
  return 0;
}

std::string matchKey(const Pattern &pattern, const Matcher &matcher, const Match &match,
                     const Document &document) {
  return fillTemplate(pattern.key, [&](std::string_view name) {
    return matchedValue(name, matcher, match.node, document, match.bindings).value_or("");
  });
}

void reportMatch(CheckContext &ctx, const Matcher &matcher, const Match &match,
                 const Finding::Arguments &further, std::optional<RelatedMatch> related) {
  const RuleSpec &rule = ctx.rule();
  const Document &document = ctx.document();
  ValueLookUp lookUp = [&](std::string_view name) -> std::optional<std::string> {
    auto own = std::ranges::find(further, name, &Finding::Arguments::value_type::first);
    if (own != further.end())
      return own->second;
    // A part that the node has not is empty in a message.
    return matchedValue(name, matcher, match.node, document, match.bindings).value_or("");
  };
  Finding finding = ctx.report(match.span(), "found");
  for (const auto &[id, text] : rule.messages)
    for (const std::string &name : templateNames(text))
      if (auto value = lookUp(name))
        finding.arg(name, *value);
  if (related)
    finding.related(related->span, related->messageId);
  if (const EditSpec *edit = rule.pattern->edit.get())
    if (auto edits = makeEdits(*edit, match.node, match.span(), document, lookUp))
      finding.fix(fillTemplate(edit->title, lookUp), rule.fix == FixSafety::Safe,
                  std::move(*edits));
}

} // namespace wikivet
