// SPDX-License-Identifier: MIT
#include "lint/config/Languages.h"

#include "lint/config/EmbeddedData.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wikivet {

namespace {

constexpr std::pair<std::string_view, StringSet Language::*> wordSets[] = {
    {"common-words", &Language::commonWords},
    {"abbreviations", &Language::abbreviations},
    {"function-words", &Language::functionWords},
    {"elisions", &Language::elisions},
    {"adjectives", &Language::adjectives},
    {"periods", &Language::periods},
    {"measures", &Language::measures},
    {"divided", &Language::divided},
    {"partitives", &Language::partitives},
    {"bounding-words", &Language::boundingWords},
    {"followers", &Language::followers},
    {"followers-behind", &Language::followersBehind},
    {"list-words", &Language::listWords},
    {"joiners", &Language::joiners},
    {"single-words", &Language::singleWords},
    {"part-words", &Language::partWords},
    {"item-clauses", &Language::itemClauses},
    {"no-item-words", &Language::noItemWords},
    {"appositions", &Language::appositions},
    {"kinds-of-people", &Language::kindsOfPeople},
    {"sizes", &Language::sizes},
    {"dropped-words", &Language::droppedWords},
    {"other-times", &Language::otherTimes},
    {"subject-nouns", &Language::subjectNouns},
    {"articles", &Language::articles},
    {"subject-pronouns", &Language::subjectPronouns},
    {"unknown-subjects", &Language::unknownSubjects}};

constexpr std::pair<std::string_view, std::vector<std::string> Language::*> wordLists[] = {
    {"months", &Language::months},
    {"decade-endings", &Language::decadeEndings},
    {"adjective-endings", &Language::adjectiveEndings},
    {"adverb-endings", &Language::adverbEndings},
    {"title-joiners", &Language::titleJoiners},
    {"etc-words", &Language::etcWords}};

constexpr std::pair<std::string_view, StringSet NumberWords::*> numberSets[] = {
    {"joiners", &NumberWords::joiners},
    {"range-words", &NumberWords::rangeWords},
    {"range-openers", &NumberWords::rangeOpeners},
    {"labels", &NumberWords::labels},
    {"not-counted", &NumberWords::notCounted}};

constexpr std::pair<std::string_view, std::vector<Phrase> NumberWords::*> numberPhrases[] = {
    {"at-least", &NumberWords::atLeast}, {"at-most", &NumberWords::atMost},
    {"about", &NumberWords::about},      {"or-more", &NumberWords::orMore},
    {"or-less", &NumberWords::orLess},   {"or-so", &NumberWords::orSo}};

class LanguageReader {
public:
  explicit LanguageReader(Problems &problems) : problems(&problems) {}

  Language read(const YamlNode &yaml) {
    Language language;
    std::vector<std::string> keys = {"language",     "plurals",      "numbers",
                                     "light-verbs",  "classes",      "relations",
                                     "part-openers", "counted-noun", "subject-first"};
    for (const auto &[key, member] : wordSets)
      keys.emplace_back(key);
    for (const auto &[key, member] : wordLists)
      keys.emplace_back(key);
    if (!readKeys(yaml, "a language", keys, *problems))
      return language;
    language.code = readText(yaml, "language", *problems);
    for (const auto &[key, member] : wordSets)
      language.*member = readSet(yaml, key);
    for (const auto &[key, member] : wordLists)
      language.*member = readStrings(yaml, key, *problems);
    language.partOpeners = readPhrases(yaml, "part-openers");
    if (const YamlNode *noun = yaml.find("counted-noun"))
      language.countedNoun = readWord(*noun, "counted-noun", countedNounWords, *problems)
                                 .value_or(CountedNoun::LastPlural);
    if (const YamlNode *first = yaml.find("subject-first"))
      language.subjectFirst = readBoolean(*first, "subject-first", *problems).value_or(false);
    if (const YamlNode *plurals = findMap(yaml, "plurals", *problems))
      readPlurals(*plurals, language);
    if (const YamlNode *numbers = findMap(yaml, "numbers", *problems))
      readNumbers(*numbers, language.numbers);
    if (const YamlNode *verbs = findMap(yaml, "light-verbs", *problems)) {
      readKeys(*verbs, "light-verbs", {"present", "past"}, *problems);
      language.presentVerbs = readSet(*verbs, "present");
      language.pastVerbs = readSet(*verbs, "past");
    }
    if (const YamlNode *classes = findMap(yaml, "classes", *problems))
      for (const YamlEntry &entry : classes->entries)
        for (std::string &noun : readStrings(*classes, entry.key, *problems))
          language.classes.emplace(std::move(noun), entry.key);
    for (auto &[name, text] : readMap(yaml, "relations"))
      language.relations.push_back(parseRelation(name, text));
    return language;
  }

private:
  StringSet readSet(const YamlNode &yaml, std::string_view key) {
    std::vector<std::string> words = readStrings(yaml, key, *problems);
    return {words.begin(), words.end()};
  }

  std::vector<Phrase> readPhrases(const YamlNode &yaml, std::string_view key) {
    std::vector<Phrase> phrases;
    for (const std::string &text : readStrings(yaml, key, *problems)) {
      std::vector<std::string_view> words = splitWords(text, ' ');
      phrases.emplace_back(words.begin(), words.end());
    }
    return phrases;
  }

  std::map<std::string, std::string, std::less<>> readMap(const YamlNode &yaml,
                                                          std::string_view key) {
    std::map<std::string, std::string, std::less<>> map;
    if (const YamlNode *node = findMap(yaml, key, *problems))
      for (const YamlEntry &entry : node->entries)
        map.emplace(entry.key, readString(entry.value, entry.key, *problems).value_or(""));
    return map;
  }

  void readPlurals(const YamlNode &yaml, Language &language) {
    readKeys(yaml, "plurals", {"words", "endings", "not-endings"}, *problems);
    language.irregularPlurals = readMap(yaml, "words");
    language.pluralEndings = readMap(yaml, "endings");
    language.noPluralEndings = readStrings(yaml, "not-endings", *problems);
  }

  void readNumbers(const YamlNode &yaml, NumberWords &numbers) {
    std::vector<std::string> keys = {"thousands",   "decimal", "ordinal-mark",
                                     "unit-joiner", "words",   "multipliers"};
    for (const auto &[key, member] : numberSets)
      keys.emplace_back(key);
    for (const auto &[key, member] : numberPhrases)
      keys.emplace_back(key);
    readKeys(yaml, "numbers", keys, *problems);
    numbers.thousands = readStrings(yaml, "thousands", *problems);
    numbers.decimal = readText(yaml, "decimal", *problems);
    numbers.ordinalMark = readText(yaml, "ordinal-mark", *problems);
    numbers.unitJoiner = readText(yaml, "unit-joiner", *problems);
    for (auto [key, member] : {std::pair{"words", &NumberWords::words},
                               std::pair{"multipliers", &NumberWords::multipliers}})
      if (const YamlNode *words = findMap(yaml, key, *problems))
        for (const YamlEntry &entry : words->entries)
          (numbers.*member)
              .emplace(entry.key, readInteger(entry.value, entry.key, *problems).value_or(0));
    for (const auto &[key, member] : numberSets)
      numbers.*member = readSet(yaml, key);
    for (const auto &[key, member] : numberPhrases)
      numbers.*member = readPhrases(yaml, key);
  }

  Problems *problems;
};

std::shared_ptr<const Language> loadLanguage(const YamlNode &yaml, Problems &problems) {
  size_t before = problems.size();
  Language language = LanguageReader(problems).read(yaml);
  if (problems.size() > before)
    return nullptr;
  return std::make_shared<const Language>(std::move(language));
}

} // namespace

std::shared_ptr<const Language> findLanguage(std::string_view code) {
  static const auto builtin = loadEmbedded<Language>(embeddedLanguages(), loadLanguage);
  auto found = std::ranges::find(
      builtin, code, [](const auto &language) { return std::string_view(language->code); });
  return found == builtin.end() ? nullptr : *found;
}

} // namespace wikivet
