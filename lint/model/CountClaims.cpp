// SPDX-License-Identifier: MIT
#include "lint/model/CountClaims.h"

#include "lint/model/Document.h"
#include "lint/model/Language.h"
#include "lint/model/Sections.h"
#include "lint/model/Subject.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <bitset>
#include <optional>

namespace wikivet {

std::set<std::string> timesIn(const std::vector<Token> &tokens, const Language &language) {
  std::set<std::string> times;
  auto addNumber = [&](size_t index) {
    if (index < tokens.size() && isDigit(tokens[index].text[0]))
      times.insert(tokens[index].lower);
  };
  // Past the end if there is none.
  auto before = [&](size_t index) {
    const std::string &mark = language.numbers.ordinalMark;
    return index > 1 && !mark.empty() && tokens[index - 1].text == mark ? index - 2 : index - 1;
  };
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::string &word = tokens[i].lower;
    if (isYear(word) || language.isDecade(word)) {
      times.insert(word);
    } else if (language.isMonth(word)) {
      times.insert(word);
      addNumber(i + 1);
      addNumber(before(i));
    } else if (i > 0 && language.periods.contains(word)) {
      times.insert(tokens[before(i)].lower + " " + word);
    }
  }
  return times;
}

namespace {

bool isClauseEnd(const Token &token) {
  return token.text[0] == Prose::hidden ||
         isAnyOf(token.text, {",", ";", ":", "—", "(", ")", ".", "!", "?", "“", "”", "\"", "–"});
}

class ClaimReader {
public:
  ClaimReader(const Document &document, const Language &language, std::vector<CountClaim> &claims)
      : document(&document), language(&language), subject(document, language), claims(&claims) {
    for (const auto *words : {&language.numbers.words, &language.numbers.multipliers})
      for (const auto &[word, value] : *words)
        if (word.size() >= shortestNumber)
          numberStarts.set(startOf(word));
  }

  void read() {
    for (const Block &block : document->prose().blocks())
      if (block.kind == BlockKind::Paragraph)
        for (Span sentence : block.sentences)
          if (mayCount(block.sentence(sentence)))
            readSentence(block, sentence);
  }

private:
  static constexpr size_t shortestNumber = 3;

  /// The first two letters of a word, whatever their case.
  static size_t startOf(std::string_view word) {
    constexpr unsigned letterBits = 5;
    constexpr unsigned mask = (1U << letterBits) - 1;
    return (static_cast<unsigned char>(word[0]) & mask) << letterBits |
           (static_cast<unsigned char>(word[1]) & mask);
  }

  /// A cheap look before the sentence is cut into words.
  bool mayCount(std::string_view sentence) const {
    for (size_t i = 0; i < sentence.size(); ++i) {
      if (isDigit(sentence[i]))
        return true;
      if (!isLetter(sentence[i]))
        continue;
      size_t end = i;
      while (end < sentence.size() && isLetter(sentence[end]))
        ++end;
      // A word with letters beyond ASCII is looked at when the sentence is cut.
      bool goesOn = end < sentence.size() && isLetterByte(sentence[end]);
      if ((goesOn || end - i >= shortestNumber) && numberStarts.test(startOf(sentence.substr(i))) &&
          (goesOn || language->isNumberWord(lowerCase(sentence.substr(i, end - i)))))
        return true;
      i = end;
    }
    return false;
  }

  bool endsClause(const std::vector<Token> &tokens, size_t index) const {
    bool isOrdinal = index > 0 && tokens[index].text == language->numbers.ordinalMark &&
                     isDigit(tokens[index - 1].text[0]);
    return isClauseEnd(tokens[index]) && !isOrdinal;
  }

  void readSentence(const Block &block, Span sentence) {
    std::vector<Token> tokens = tokenize(block.sentence(sentence), *language, sentence.begin);
    std::vector<Quantity> quantities;
    for (size_t i = 0; i < tokens.size();) {
      std::optional<Quantity> quantity = quantityAt(tokens, i, *language);
      i = quantity ? quantity->next : i + 1;
      if (quantity)
        quantities.push_back(*quantity);
    }
    // Longer ones are lists of figures.
    constexpr size_t mostNumbers = 20;
    if (quantities.empty() || quantities.size() > mostNumbers)
      return;
    std::set<std::string> times = timesIn(tokens, *language);
    addTimesOfSections(block, times);
    for (const Quantity &quantity : quantities) {
      std::optional<CountClaim> claim = readClaim(block, sentence, tokens, quantity);
      if (!claim)
        continue;
      claim->times = times;
      for (const Quantity &other : quantities)
        if (other.first != quantity.first)
          claim->others.push_back(other.low);
      claims->push_back(std::move(*claim));
    }
  }

  void addTimesOfSections(const Block &block, std::set<std::string> &times) const {
    const std::vector<Section> &sections = document->sections().all();
    // A long one is none, and is not to be read for each sentence.
    constexpr size_t longestTitle = 200;
    for (uint32_t i = block.section; i != 0; i = sections[i].parent) {
      std::string_view title = std::string_view(sections[i].title).substr(0, longestTitle);
      times.merge(timesIn(tokenize(title, *language), *language));
      if (sections[i].parent == i)
        break;
    }
  }

  std::optional<CountClaim> readClaim(const Block &block, Span sentence,
                                      const std::vector<Token> &tokens,
                                      const Quantity &quantity) const {
    size_t nounEnd = nounPhraseEnd(tokens, quantity.next, *language);
    size_t begin = quantity.first;
    while (begin > 0 && !endsClause(tokens, begin - 1))
      --begin;
    size_t size = nounEnd == quantity.next ? sizeBefore(tokens, begin, quantity) : quantity.first;
    bool hasNoun = nounEnd > quantity.next || size < quantity.first;
    if (!hasNoun || !isWhole(tokens, begin, quantity, nounEnd) || isQuoted(tokens, quantity.first))
      return std::nullopt;
    CountClaim claim{.block = &block, .sentence = sentence, .quantity = quantity};
    claim.noun = tokens[size < quantity.first ? size : nounEnd - 1].lower;
    for (size_t i = quantity.next; i + 1 < nounEnd; ++i)
      claim.modifiers.push_back(tokens[i].lower);
    claim.startsSentence = begin == 0;
    readBefore(tokens, begin, size, claim);
    for (size_t i = nounEnd; i < tokens.size() && !endsClause(tokens, i) &&
                             !language->joiners.contains(tokens[i].lower);
         ++i)
      if (!language->droppedWords.contains(tokens[i].lower))
        claim.after.push_back(tokens[i].lower);
    Span words{.begin = tokens[quantity.first].begin, .end = tokens[nounEnd - 1].end};
    claim.span = block.sourceOf(words);
    constexpr uint32_t longestQuotation = 90;
    claim.text =
        shorten(collapseSpaces(block.sentence({.begin = tokens[begin].begin, .end = words.end})),
                longestQuotation);
    return claim;
  }

  /// Where a noun stands before the number that says what it counts: "a population of 12,000". The
  /// number's own place if there is none.
  size_t sizeBefore(const std::vector<Token> &tokens, size_t begin,
                    const Quantity &quantity) const {
    for (size_t i = quantity.first; i > begin; --i) {
      const std::string &word = tokens[i - 1].lower;
      if (language->sizes.contains(word))
        return i - 1;
      if (!language->partWords.contains(word) && !language->droppedWords.contains(word) &&
          !language->presentVerbs.contains(word) && !language->pastVerbs.contains(word))
        break;
    }
    return quantity.first;
  }

  /// Whether the number is that of all, not of a part, and measures nothing.
  bool isWhole(const std::vector<Token> &tokens, size_t begin, const Quantity &quantity,
               size_t nounEnd) const {
    for (size_t i = quantity.next; i < nounEnd; ++i)
      if (language->measures.contains(tokens[i].lower) ||
          (i + 1 < nounEnd && language->partitives.contains(tokens[i].lower)))
        return false;
    constexpr size_t near = 3;
    size_t first = std::max(begin, quantity.first - std::min(near, quantity.first));
    for (size_t i = first; i < quantity.first; ++i)
      // "The series has 12 episodes", but "the 12 episodes".
      if (language->partitives.contains(tokens[i].lower) &&
          !language->boundingWords.contains(tokens[i].lower) &&
          (i + 1 == quantity.first || !language->articles.contains(tokens[i].lower)))
        return false;
    return true;
  }

  static bool isQuoted(const std::vector<Token> &tokens, size_t index) {
    bool isOpen = false;
    for (size_t i = 0; i < index; ++i)
      isOpen = tokens[i].text == "“" ||
               (tokens[i].text == "\"" ? !isOpen : isOpen && tokens[i].text != "”");
    return isOpen;
  }

  /// Reads the clause up to the number, or to the noun before it at `end`.
  void readBefore(const std::vector<Token> &tokens, size_t begin, size_t end,
                  CountClaim &claim) const {
    std::vector<std::string> words;
    for (size_t i = begin; i < end; ++i)
      words.push_back(tokens[i].lower);
    for (const std::string &word : words)
      claim.isOfOtherTime = claim.isOfOtherTime || language->otherTimes.contains(word);
    bool startsParagraph = begin == 0 && claim.sentence == claim.block->sentences.front();
    // "Today the city has", "Currently Zenda has"
    size_t skipped = 0;
    while (skipped < words.size() && !language->articles.contains(words[skipped]) &&
           saysNothing(words[skipped]))
      ++skipped;
    size_t named = subject.namedBy({words.begin() + static_cast<ptrdiff_t>(skipped), words.end()},
                                   startsParagraph);
    claim.hasSubject = named > 0;
    if (claim.hasSubject)
      named += skipped;
    for (size_t i = end; i < claim.quantity.first; ++i)
      claim.isPast = claim.isPast || language->pastVerbs.contains(tokens[i].lower);
    for (size_t i = named; i < words.size(); ++i) {
      const std::string &word = words[i];
      if (saysNothing(word) || language->presentVerbs.contains(word))
        continue;
      if (language->pastVerbs.contains(word)) {
        claim.isPast = true;
        continue;
      }
      claim.before.push_back(word);
      char initial = tokens[begin + i].text[0];
      if ((isUpper(initial) && !language->functionWords.contains(word)) || isDigit(initial))
        claim.names.insert(word);
    }
  }

  /// Of what is counted.
  bool saysNothing(const std::string &word) const {
    return language->droppedWords.contains(word) || language->isAdverb(word);
  }

  const Document *document;
  const Language *language;
  Subject subject;
  std::vector<CountClaim> *claims;
  std::bitset<1024> numberStarts; ///< of number words
};

} // namespace

CountClaims::CountClaims(const Document &document) {
  if (const Language *language = document.prose().language())
    ClaimReader(document, *language, claims).read();
}

} // namespace wikivet
