// SPDX-License-Identifier: MIT
#include "lint/rule/Condition.h"

#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace wikivet {

Words rarer(Words one, Words other) {
  auto shortest = [](const Words &words) {
    return std::ranges::min(words, {}, &std::string_view::size).size();
  };
  if (one.empty() || other.empty())
    return one.empty() ? other : one;
  return shortest(one) < shortest(other) ? other : one;
}

Words wordsOf(const Regex &regex) {
  const std::vector<std::string> &words = regex.requiredWords();
  return {words.begin(), words.end()};
}

bool mayMatch(const Regex &regex, const TextIndex &page) {
  const std::vector<std::string> &words = regex.requiredWords();
  return words.empty() ||
         std::ranges::any_of(words, [&](const std::string &word) { return page.mayHold(word); });
}

namespace {

using ConditionPtr = std::shared_ptr<const TextCondition>;

std::optional<int64_t> parseNumber(std::string_view text) {
  text = trim(text);
  int64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return number;
}

class ExactCondition final : public TextCondition {
public:
  explicit ExactCondition(std::string text)
      : wanted(std::move(text)), lowered(TextIndex::folded(wanted)) {}
  bool holds(std::string_view text, const Document & /*document*/,
             Bindings & /*bindings*/) const override {
    return text == wanted;
  }
  bool possible(const TextIndex &page) const override { return page.mayHold(wanted); }
  Words words() const override {
    // Letters of other scripts may stand in another case in the page.
    bool isAscii = std::ranges::all_of(lowered, [](char c) { return (c & 0x80) == 0; });
    return isAscii && !lowered.empty() ? Words{lowered} : Words();
  }

private:
  std::string wanted, lowered;
};

class RegexCondition final : public TextCondition {
public:
  explicit RegexCondition(Regex regex) : regex(std::move(regex)) {}
  bool holds(std::string_view text, const Document & /*document*/,
             Bindings &bindings) const override {
    if (regex.groupNames().empty())
      return regex.contains(text);
    auto groups = regex.find(text);
    if (!groups)
      return false;
    bindGroups(regex, text, *groups, bindings);
    return true;
  }
  bool possible(const TextIndex &page) const override { return mayMatch(regex, page); }
  Words words() const override { return wordsOf(regex); }
  void collectNames(std::vector<std::string> &names) const override {
    for (const auto &[name, number] : regex.groupNames())
      names.push_back(name);
  }

private:
  Regex regex;
};

class SetCondition final : public TextCondition {
public:
  explicit SetCondition(std::string set) : set(std::move(set)) {}
  bool holds(std::string_view text, const Document &document,
             Bindings & /*bindings*/) const override {
    return document.wiki().isTemplateIn(set, text);
  }

private:
  std::string set;
};

class EmptyCondition final : public TextCondition {
public:
  explicit EmptyCondition(bool wanted) : wanted(wanted) {}
  bool holds(std::string_view text, const Document & /*document*/,
             Bindings & /*bindings*/) const override {
    return trim(text).empty() == wanted;
  }

private:
  bool wanted;
};

/// Length in code points.
class LengthCondition final : public TextCondition {
public:
  explicit LengthCondition(NumberCondition length) : length(length) {}
  bool holds(std::string_view text, const Document & /*document*/,
             Bindings & /*bindings*/) const override {
    return length.holds(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
  }

private:
  NumberCondition length;
};

class NotCondition final : public TextCondition {
public:
  explicit NotCondition(ConditionPtr inner) : inner(std::move(inner)) {}
  bool holds(std::string_view text, const Document &document,
             Bindings & /*bindings*/) const override {
    Bindings unused;
    return !inner->holds(text, document, unused);
  }

private:
  ConditionPtr inner;
};

class ListCondition final : public TextCondition {
public:
  ListCondition(std::vector<ConditionPtr> parts, bool all) : parts(std::move(parts)), all(all) {}
  bool holds(std::string_view text, const Document &document, Bindings &bindings) const override {
    auto fits = [&](const ConditionPtr &part) { return part->holds(text, document, bindings); };
    return all ? std::ranges::all_of(parts, fits) : std::ranges::any_of(parts, fits);
  }
  bool possible(const TextIndex &page) const override {
    auto may = [&](const ConditionPtr &part) { return part->possible(page); };
    return all ? std::ranges::all_of(parts, may) : std::ranges::any_of(parts, may);
  }
  Words words() const override {
    auto own = [](const ConditionPtr &part) { return part->words(); };
    return all ? wordsOfAll(parts, own) : wordsOfAny(parts, own);
  }
  void collectNames(std::vector<std::string> &names) const override {
    for (const ConditionPtr &part : parts)
      if (all || parts.size() == 1)
        part->collectNames(names);
  }

private:
  std::vector<ConditionPtr> parts;
  bool all; ///< or any
};

ConditionPtr compileScalar(const YamlNode &yaml, std::string_view what, Problems &problems) {
  std::string_view text = yaml.scalar;
  if (text.starts_with('@')) {
    std::string set(text.substr(1));
    std::vector<std::string> known(wikiTemplateSets.begin(), wikiTemplateSets.end());
    if (std::ranges::find(known, set) == known.end()) {
      problems.push_back(
          {yaml.span, fmt::format("no set is called '@{}'{}", set, didYouMean(set, known))});
      return nullptr;
    }
    return std::make_shared<SetCondition>(std::move(set));
  }
  bool ignoreCase = text.size() > 2 && text.ends_with("/i");
  if (text.size() > 1 && text.starts_with('/') && (text.ends_with('/') || ignoreCase)) {
    auto regex = Regex::compile(text.substr(1, text.size() - (ignoreCase ? 3 : 2)), ignoreCase);
    if (regex)
      return std::make_shared<RegexCondition>(std::move(*regex));
    problems.push_back({yaml.span, regex.error().message});
    return nullptr;
  }
  auto word = readString(yaml, what, problems);
  return word ? std::make_shared<ExactCondition>(std::move(*word)) : nullptr;
}

} // namespace

void bindGroups(const Regex &regex, std::string_view text,
                const std::vector<std::optional<Span>> &groups, Bindings &bindings) {
  for (const auto &[name, number] : regex.groupNames())
    if (std::optional<Span> span = groups[static_cast<size_t>(number)])
      bindings.emplace_back(name, text.substr(span->begin, span->size()));
}

std::optional<NumberCondition> NumberCondition::compile(const YamlNode &yaml, std::string_view what,
                                                        Problems &problems) {
  NumberCondition condition;
  std::string_view text = trim(yaml.scalar);
  auto fail = [&]() -> std::optional<NumberCondition> {
    problems.push_back({yaml.span, fmt::format("'{}' takes a number, a range such as '2..5' or a "
                                               "comparison such as '>= 3'",
                                               what)});
    return std::nullopt;
  };
  if (yaml.kind != YamlKind::Scalar)
    return fail();
  if (size_t dots = text.find(".."); dots != std::string_view::npos) {
    auto least = parseNumber(text.substr(0, dots)), most = parseNumber(text.substr(dots + 2));
    if (!least || !most)
      return fail();
    condition.least = *least;
    condition.most = *most;
    return condition;
  }
  size_t digits = text.find_first_of("-0123456789");
  std::string_view sign = trim(text.substr(0, std::min(digits, text.size())));
  auto number = parseNumber(text.substr(sign.size()));
  if (!number || *number == INT64_MIN || *number == INT64_MAX)
    return fail();
  if (sign.empty() || sign == "=" || sign == "==" || sign == "!=")
    condition.least = condition.most = *number;
  else if (sign == ">" || sign == ">=")
    condition.least = *number + (sign == ">" ? 1 : 0);
  else if (sign == "<" || sign == "<=")
    condition.most = *number - (sign == "<" ? 1 : 0);
  else
    return fail();
  condition.negated = sign == "!=";
  return condition;
}

ConditionPtr TextCondition::compile(const YamlNode &yaml, // NOLINT(misc-no-recursion)
                                    std::string_view what, Problems &problems) {
  if (yaml.kind == YamlKind::Sequence) {
    std::vector<ConditionPtr> parts;
    for (const YamlNode &item : yaml.items)
      if (ConditionPtr part = compile(item, what, problems))
        parts.push_back(std::move(part));
      else
        return nullptr;
    return std::make_shared<ListCondition>(std::move(parts), false);
  }
  if (yaml.kind != YamlKind::Map)
    return compileScalar(yaml, what, problems);
  size_t before = problems.size();
  readKeys(yaml, what, {"empty", "length", "not", "is"}, problems);
  std::vector<ConditionPtr> parts;
  for (const YamlEntry &entry : yaml.entries) {
    if (entry.key == "empty") {
      if (auto wanted = readBoolean(entry.value, "empty", problems))
        parts.push_back(std::make_shared<EmptyCondition>(*wanted));
    } else if (entry.key == "length") {
      if (auto length = NumberCondition::compile(entry.value, "length", problems))
        parts.push_back(std::make_shared<LengthCondition>(*length));
    } else if (ConditionPtr inner = compile(entry.value, what, problems)) {
      parts.push_back(entry.key == "not" ? std::make_shared<NotCondition>(inner) : inner);
    }
  }
  if (problems.size() > before)
    return nullptr;
  return std::make_shared<ListCondition>(std::move(parts), true);
}

} // namespace wikivet
