// SPDX-License-Identifier: MIT
#include "lint/model/English.h"
#include "lint/model/Prose.h"
#include "lint/model/Quantity.h"
#include "lint/model/Sections.h"
#include "lint/model/Subject.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <map>
#include <set>

namespace wikivet {
namespace {

/// The statement that a subject has so many of something.
struct Claim {
  const Block *block;
  uint32_t sentence; ///< begin of its sentence in the block
  Quantity quantity;
  Span span;        ///< source range of number and noun
  std::string text; ///< the clause up to the noun
  bool isPast = false;
  bool isVetoed = false;
  std::set<std::string, std::less<>> years; ///< years and months that it or its sections name
  std::vector<std::string> rest;            ///< words after the noun, up to the end of the clause
};

bool isClauseEnd(const Token &token) {
  static constexpr std::string_view marks[] = {",", ";", ":", "—", "(",  ")", ".",
                                               "!", "?", "“", "”", "\"", "–"};
  return std::ranges::find(marks, token.text) != std::end(marks) || token.text[0] == Prose::hidden;
}

bool isYear(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, isDigit) &&
         (text[0] == '1' || text[0] == '2');
}

std::vector<std::string> splitWords(std::string_view text, char separator) {
  std::vector<std::string> words;
  while (!text.empty()) {
    size_t end = std::min(text.find(separator), text.size());
    if (end > 0)
      words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// A declared statement: alternatives for each word before the number, and the class of the noun.
struct Relation {
  std::string name;
  std::vector<std::vector<std::string>> words;
  std::string nounClass;
};

/// Compares claims of the same key.
class ContradictoryCount final : public Check {
public:
  explicit ContradictoryCount(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    const Prose &prose = ctx.document().prose();
    if (!prose.isEnglish())
      return;
    readOptions();
    subject = Subject(ctx.document(), options->stringList("subject-nouns").items);
    std::vector<bool> isIgnored =
        ctx.document().sections().under(options->regex("ignored-sections"));
    for (const Block &block : prose.blocks())
      if (block.kind == BlockKind::Paragraph && !isIgnored[block.section])
        for (Span sentence : block.sentences)
          readSentence(block, sentence, ctx.document().sections());
    for (const auto &[key, claims] : claimsByKey)
      compare(claims, ctx);
  }

private:
  void readOptions() {
    for (const std::string &line : options->stringList("classes").items)
      if (size_t colon = line.find(':'); colon != std::string::npos)
        for (std::string &noun : splitWords(line.substr(colon + 1), ' '))
          classes.emplace(std::move(noun), line.substr(0, colon));
    for (const std::string &line : options->stringList("relations").items) {
      size_t colon = std::min(line.find(':'), line.size());
      std::vector<std::string> words =
          splitWords(line.substr(std::min(colon + 1, line.size())), ' ');
      if (words.size() < 2)
        continue;
      Relation relation{.name = line.substr(0, colon), .words = {}, .nounClass = words.back()};
      words.pop_back();
      for (const std::string &word : words)
        relation.words.push_back(splitWords(word, '/'));
      relations.push_back(std::move(relation));
    }
    for (const std::string &line : options->stringList("light-verbs").items)
      lightVerbs.emplace(line.substr(0, line.find(' ')), line.ends_with(" past"));
  }

  /// A cheap look before the sentence is cut into words.
  static bool mayCount(std::string_view sentence) {
    for (size_t i = 0; i < sentence.size(); ++i) {
      if (isDigit(sentence[i]))
        return true;
      if ((i > 0 && isLetter(sentence[i - 1])) || !isLetter(sentence[i]))
        continue;
      size_t end = i;
      while (end < sentence.size() && isLetter(sentence[end]))
        ++end;
      constexpr size_t longestNumberWord = 9;
      if (end - i <= longestNumberWord && end - i >= 3 &&
          isNumberWord(lowerCase(sentence.substr(i, end - i))))
        return true;
      i = end;
    }
    return false;
  }

  void readSentence(const Block &block, Span sentence, const Sections &sections) {
    std::string_view text = block.sentence(sentence);
    if (!mayCount(text))
      return;
    std::vector<Token> tokens = tokenize(text, sentence.begin);
    for (size_t i = 0; i < tokens.size();) {
      std::optional<Quantity> quantity = quantityAt(tokens, i);
      if (!quantity) {
        ++i;
        continue;
      }
      readClaim(block, sentence, tokens, *quantity, sections);
      i = quantity->next;
    }
  }

  /// The noun phrase after the number: at most three words before a plural. Empty if there is none.
  static std::vector<std::string> nounPhrase(const std::vector<Token> &tokens, size_t from) {
    constexpr size_t mostWords = 4;
    std::vector<std::string> words;
    for (size_t i = from; i < tokens.size() && words.size() < mostWords; ++i) {
      if (!tokens[i].isWord() || isFunctionWord(tokens[i].lower))
        break;
      words.push_back(tokens[i].lower);
    }
    while (!words.empty() && !isPlural(words.back()))
      words.pop_back();
    return words;
  }

  std::string classOf(const std::string &noun) const {
    auto found = classes.find(noun);
    return found == classes.end() ? singular(noun) : found->second;
  }

  void readClaim(const Block &block, Span sentence, const std::vector<Token> &tokens,
                 const Quantity &quantity, const Sections &sections) {
    const StringList &units = options->stringList("units");
    const StringList &partitives = options->stringList("partitives");
    std::vector<std::string> noun = nounPhrase(tokens, quantity.next);
    if (noun.empty() ||
        std::ranges::any_of(noun, [&](const std::string &word) { return units.contains(word); }) ||
        std::ranges::any_of(noun.begin(), noun.end() - 1,
                            [&](const std::string &word) { return partitives.contains(word); }))
      return;
    size_t begin = quantity.first;
    while (begin > 0 && !isClauseEnd(tokens[begin - 1]))
      --begin;
    bool startsSentence = begin == 0;
    size_t afterNoun = quantity.next + noun.size();

    Claim claim{.block = &block, .sentence = sentence.begin, .quantity = quantity};
    std::vector<std::string> left;
    for (size_t i = begin; i < quantity.first; ++i)
      left.push_back(tokens[i].lower);
    constexpr size_t near = 3;
    for (size_t i = left.size() > near ? left.size() - near : 0; i < left.size(); ++i)
      if (partitives.contains(left[i]) && !isBoundWord(left[i]))
        return;
    for (const std::string &word : left)
      claim.isVetoed = claim.isVetoed || options->stringList("vetoes").contains(word);
    size_t end = afterNoun;
    for (; end < tokens.size() && !isClauseEnd(tokens[end]) && tokens[end].lower != "and" &&
           tokens[end].lower != "but";
         ++end)
      if (!options->stringList("dropped-words").contains(tokens[end].lower))
        claim.rest.push_back(tokens[end].lower);
    collectYears(tokens, claim);
    for (uint32_t i = block.section; i != 0; i = sections.all()[i].parent) {
      collectYears(tokenize(sections.all()[i].title), claim);
      if (sections.all()[i].parent == i)
        break;
    }

    std::string nounClass = classOf(noun.back());
    bool startsParagraph = startsSentence && sentence == block.sentences.front();
    size_t subjectWords = subject.namedBy(left, startsParagraph);
    std::vector<std::string> key = canonical(
        {left.begin() + static_cast<std::ptrdiff_t>(subjectWords), left.end()}, nounClass, claim);
    // Without the page's subject there must be another, and something said of it, for two sentences
    // to mean the same.
    static const std::set<std::string, std::less<>> noSubjects = {"it",  "they", "there", "he",
                                                                  "she", "in",   "we"};
    if (subjectWords == 0 &&
        (!startsSentence || key.size() < 2 || noSubjects.contains(key.front())))
      return;
    if (subjectWords > 0)
      key.insert(key.begin(), "<subject>");
    // "it has two towers … it has three towers": small numbers of anything.
    constexpr int64_t tiny = 3;
    claim.isVetoed = claim.isVetoed || (key.size() == 1 && quantity.high <= tiny);
    key.emplace_back("|");
    key.insert(key.end(), noun.begin(), noun.end() - 1);
    key.push_back(nounClass);
    Span words{.begin = tokens[quantity.first].begin, .end = tokens[afterNoun - 1].end};
    claim.span = block.sourceOf(words);
    constexpr uint32_t longestQuotation = 90;
    claim.text =
        shorten(collapseSpaces(block.sentence({.begin = tokens[begin].begin, .end = words.end})),
                longestQuotation);
    claimsByKey[key].push_back(std::move(claim));
  }

  /// "more than 12" and "at least 12" hold words that are partitives elsewhere.
  static bool isBoundWord(std::string_view word) {
    return word == "more" || word == "less" || word == "fewer" || word == "most" || word == "only";
  }

  static void collectYears(const std::vector<Token> &tokens, Claim &claim) {
    for (const Token &token : tokens)
      if (isYear(token.text) || isMonth(token.text))
        claim.years.insert(token.lower);
  }

  /// The words before the number without those that make no difference; a declared relation becomes
  /// its name.
  std::vector<std::string> canonical(const std::vector<std::string> &left,
                                     const std::string &nounClass, Claim &claim) const {
    std::vector<std::string> key;
    for (const std::string &word : left) {
      if (options->stringList("dropped-words").contains(word) ||
          (word.size() > 4 && word.ends_with("ly")))
        continue;
      if (auto verb = lightVerbs.find(word); verb != lightVerbs.end()) {
        claim.isPast = claim.isPast || verb->second;
        continue;
      }
      key.push_back(word);
    }
    for (const Relation &relation : relations) {
      size_t length = relation.words.size();
      if (relation.nounClass != nounClass || key.size() < length)
        continue;
      bool fits = true;
      for (size_t i = 0; i < length && fits; ++i) {
        const std::vector<std::string> &wanted = relation.words[i];
        fits = std::ranges::find(wanted, key[key.size() - length + i]) != wanted.end();
      }
      if (fits) {
        key.resize(key.size() - length);
        key.push_back(relation.name);
        return key;
      }
    }
    std::ranges::transform(key, key.begin(),
                           [](const std::string &word) { return singular(word); });
    return key;
  }

  /// Whether two claims of one key can't both be true.
  static bool contradict(const Claim &left, const Claim &right) {
    const Quantity &a = left.quantity;
    const Quantity &b = right.quantity;
    if (std::max(a.low, b.low) <= std::min(a.high, b.high))
      return false;
    constexpr double near = 0.8;
    if ((a.bound == Bound::Approximate || b.bound == Bound::Approximate) &&
        static_cast<double>(std::min(a.low, b.low)) >
            near * static_cast<double>(std::max(a.low, b.low)))
      return false;
    bool sameSentence = left.block == right.block && left.sentence == right.sentence;
    return !sameSentence && !left.isVetoed && !right.isVetoed && left.years == right.years &&
           left.isPast == right.isPast && left.rest == right.rest;
  }

  /// One report a key: the first claim that contradicts an earlier one.
  static void compare(const std::vector<Claim> &claims, CheckContext &ctx) {
    for (size_t later = 1; later < claims.size(); ++later)
      for (size_t earlier = 0; earlier < later; ++earlier) {
        if (!contradict(claims[earlier], claims[later]))
          continue;
        ctx.report(claims[later].span, "conflict")
            .arg("later", claims[later].text)
            .arg("earlier", claims[earlier].text)
            .related(claims[earlier].span, "other");
        return;
      }
  }

  const Options *options;
  Subject subject;
  std::map<std::string, std::string, std::less<>> classes;
  std::vector<Relation> relations;
  std::map<std::string, bool, std::less<>> lightVerbs; ///< whether the verb is in the past
  std::map<std::vector<std::string>, std::vector<Claim>> claimsByKey;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(contradictory_count, ContradictoryCount)
