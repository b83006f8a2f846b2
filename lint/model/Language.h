// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/StringSet.h"
#include "lint/support/YamlWord.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// Words of a language in a row, in lower case.
using Phrase = std::vector<std::string>;

/// How a language writes numbers in running text.
struct NumberWords {
  std::vector<std::string> thousands; ///< separators of groups of three digits, besides thin blanks
  std::string decimal;
  std::string ordinalMark;                                 ///< behind ordinals: "3." in German
  std::string unitJoiner;                                  ///< "ein*und*zwanzig"; empty if none
  std::map<std::string, int64_t, std::less<>> words;       ///< "twelve", "twenty"
  std::map<std::string, int64_t, std::less<>> multipliers; ///< "dozen", "thousand"
  StringSet joiners;                                       ///< "two hundred *and* five"
  StringSet rangeWords, rangeOpeners;                      ///< "between 2 and 5", "2 to 5"
  std::vector<Phrase> atLeast, atMost, about;              ///< before a number
  std::vector<Phrase> orMore, orLess, orSo;                ///< after a number
  StringSet labels;     ///< words and marks after which a number names something
  StringSet notCounted; ///< words and marks before which it counts nothing
};

/// Which of the words behind a number is the noun that it counts.
enum class CountedNoun : uint8_t {
  LastPlural,       ///< "12 old stone *bridges*"
  FirstPlural,      ///< "12 grands *ponts* couverts": the first word that is no adjective
  FirstCapitalized, ///< "12 alte *Brücken*": the first such word, with adjectives before it
};

/// The words of the kinds, as a language's data write them.
inline constexpr YamlWord<CountedNoun> countedNounWords[] = {
    {"last-plural", CountedNoun::LastPlural},
    {"first-plural", CountedNoun::FirstPlural},
    {"first-capitalized", CountedNoun::FirstCapitalized}};

/// Whether four digits may be a year, from 1000 to 2099.
bool isYear(std::string_view text);

/// A statement in several wordings.
struct CountRelation {
  std::string name;
  std::vector<std::vector<std::string>> words; ///< alternatives for each word before the number
  std::string nounClass;                       ///< of what is counted
};

/// A relation as it is written: `word word/synonym … CLASS`. Without words if it has no class.
CountRelation parseRelation(std::string name, std::string_view text);

/// The words of a language by what they do in sentences that count things, in lower case. What each
/// list is for stands in rules/languages/en.yaml. Immutable.
struct Language {
  std::string code;
  StringSet commonWords, abbreviations, functionWords;
  StringSet elisions; ///< words that end in an apostrophe before the next one, without it: "l", "d"
  CountedNoun countedNoun = CountedNoun::LastPlural;
  StringSet adjectives; ///< that may stand between a number and its noun
  std::vector<std::string> adjectiveEndings;
  /// Whether a sentence names what it is about before the number, so that two with the same words
  /// there are about the same.
  bool subjectFirst = false;
  std::vector<std::string> months;
  StringSet periods;
  std::vector<std::string> decadeEndings; ///< "1990s"
  NumberWords numbers;
  StringSet measures, divided, partitives, boundingWords, droppedWords, presentVerbs, pastVerbs,
      otherTimes;
  std::vector<std::string> adverbEndings;
  StringSet subjectNouns, articles, subjectPronouns, unknownSubjects;
  /// In titles before a subject's name: "Bridges *of* Zenda".
  std::vector<std::string> titleJoiners;
  std::map<std::string, std::string, std::less<>> classes; ///< class by noun
  std::vector<CountRelation> relations;
  StringSet followers; ///< before a number of things that are listed: "the following 12 towns"
  StringSet followersBehind; ///< behind their noun
  StringSet listWords, joiners, singleWords, partWords, itemClauses, noItemWords, appositions,
      kindsOfPeople, sizes;
  std::vector<Phrase> partOpeners;
  std::vector<std::string> etcWords;
  std::map<std::string, std::string, std::less<>> irregularPlurals; ///< singular by plural
  std::map<std::string, std::string, std::less<>> pluralEndings;    ///< the singular's instead
  std::vector<std::string> noPluralEndings;

  /// Whether a word looks like a plural.
  bool isPlural(std::string_view word) const;
  /// The singular of a plural as far as its ending tells; other words as they are.
  std::string singular(std::string_view word) const;
  /// Whether a word may be part of a numeral ("twelve", "twenty-one", "million").
  bool isNumberWord(std::string_view word) const {
    return numberWord(word) >= 0 || factor(word) > 0;
  }
  /// A year with an ending that makes it a decade.
  bool isDecade(std::string_view word) const;
  /// The value of a word for a number below a hundred, or -1.
  int64_t numberWord(std::string_view word) const;
  /// What a word such as "thousand" multiplies by, or 0.
  int64_t factor(std::string_view word) const;
  /// Whether a text says that the list in it is not complete.
  bool saysEtc(std::string_view text) const;
  bool isMonth(std::string_view word) const;
  bool isAdverb(std::string_view word) const;
  /// Whether a word may stand between a number and its noun.
  bool isAdjective(std::string_view word) const;
  /// The class of a noun, or its singular if it has none.
  std::string classOf(std::string_view noun) const;

private:
  /// The ending of a regular plural with its replacement, or null.
  const std::pair<const std::string, std::string> *pluralEnding(std::string_view word) const;
};

} // namespace wikivet
