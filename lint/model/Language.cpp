// SPDX-License-Identifier: MIT
#include "lint/model/Language.h"

#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

bool isYear(std::string_view text) {
  constexpr size_t digits = 4;
  return text.size() == digits && std::ranges::all_of(text, isDigit) &&
         (text[0] == '1' || text.starts_with("20"));
}

CountRelation parseRelation(std::string name, std::string_view text) {
  CountRelation relation{.name = std::move(name), .words = {}, .nounClass = {}};
  for (std::string_view word : splitWords(text, ' ')) {
    std::vector<std::string> &alternatives = relation.words.emplace_back();
    for (std::string_view alternative : splitWords(word, '/'))
      alternatives.emplace_back(alternative);
  }
  if (!relation.words.empty() && !relation.words.back().empty()) {
    relation.nounClass = relation.words.back().front();
    relation.words.pop_back();
  }
  return relation;
}

const std::pair<const std::string, std::string> *
Language::pluralEnding(std::string_view word) const {
  constexpr size_t shortest = 4;
  if (word.size() < shortest ||
      std::ranges::any_of(noPluralEndings,
                          [&](const std::string &ending) { return word.ends_with(ending); }))
    return nullptr;
  const std::pair<const std::string, std::string> *longest = nullptr;
  for (const auto &entry : pluralEndings)
    if (word.size() > entry.first.size() + 1 && word.ends_with(entry.first) &&
        (!longest || entry.first.size() > longest->first.size()))
      longest = &entry;
  return longest;
}

bool Language::isPlural(std::string_view word) const {
  return irregularPlurals.contains(word) || pluralEnding(word);
}

std::string Language::singular(std::string_view word) const {
  if (auto found = irregularPlurals.find(word); found != irregularPlurals.end())
    return found->second;
  const auto *ending = pluralEnding(word);
  return ending ? std::string(word.substr(0, word.size() - ending->first.size())) + ending->second
                : std::string(word);
}

int64_t Language::numberWord(std::string_view word) const {
  if (auto found = numbers.words.find(word); found != numbers.words.end())
    return found->second;
  auto sum = [&](std::string_view tens, std::string_view units) -> int64_t {
    auto ten = numbers.words.find(tens), unit = numbers.words.find(units);
    bool isSum = ten != numbers.words.end() && unit != numbers.words.end() && ten->second >= 20 &&
                 unit->second >= 1 && unit->second <= 9;
    return isSum ? ten->second + unit->second : -1;
  };
  // twenty-one
  if (size_t hyphen = word.find('-'); hyphen != std::string_view::npos)
    return sum(word.substr(0, hyphen), word.substr(hyphen + 1));
  // einundzwanzig
  const std::string &joiner = numbers.unitJoiner;
  if (size_t at = joiner.empty() ? std::string_view::npos : word.find(joiner, 1);
      at != std::string_view::npos)
    return sum(word.substr(at + joiner.size()), word.substr(0, at));
  return -1;
}

int64_t Language::factor(std::string_view word) const {
  auto found = numbers.multipliers.find(word);
  return found == numbers.multipliers.end() ? 0 : found->second;
}

bool Language::saysEtc(std::string_view text) const {
  std::string lower = lowerCase(text);
  return std::ranges::any_of(etcWords,
                             [&](const std::string &words) { return holdsWords(lower, words); });
}

/// Whether a word of at least three more letters has one of some endings.
static bool endsWithAny(std::string_view word, const std::vector<std::string> &endings) {
  constexpr size_t shortestStem = 3;
  return std::ranges::any_of(endings, [&](const std::string &ending) {
    return word.size() >= shortestStem + ending.size() && word.ends_with(ending);
  });
}

bool Language::isAdverb(std::string_view word) const { return endsWithAny(word, adverbEndings); }

bool Language::isAdjective(std::string_view word) const {
  return adjectives.contains(word) || endsWithAny(word, adjectiveEndings);
}

bool Language::isDecade(std::string_view word) const {
  constexpr size_t digits = 4;
  return word.size() > digits && isYear(word.substr(0, digits)) &&
         std::ranges::find(decadeEndings, word.substr(digits)) != decadeEndings.end();
}

std::string Language::classOf(std::string_view noun) const {
  auto found = classes.find(noun);
  return found == classes.end() ? singular(noun) : found->second;
}

bool Language::isMonth(std::string_view word) const {
  return std::ranges::find(months, word) != months.end();
}

} // namespace wikivet
