// SPDX-License-Identifier: MIT
#include "lint/model/Language.h"
#include "lint/model/Prose.h"
#include "lint/model/Quantity.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {
namespace {

/// Compares a number with its parts: "12 medals (5 gold, 4 silver and 2 bronze)".
class SumMismatch final : public Check {
public:
  void finish(CheckContext &ctx) override {
    language = ctx.document().prose().language();
    if (!language)
      return;
    for (const Block &block : ctx.document().prose().blocks())
      for (Span sentence : block.sentences)
        if (mayHoldParts(block.sentence(sentence)))
          judge(block, sentence, ctx);
  }

private:
  /// Where the parts of a number stand.
  struct Region {
    size_t begin;
    size_t end;
    bool isComplete; ///< whether all parts are named; "of which" may name some
  };

  /// A cheap look before the sentence is cut into words: a number behind a bracket or a colon, or
  /// one of the language's phrases.
  bool mayHoldParts(std::string_view sentence) const {
    for (size_t at = sentence.find_first_of("(:"); at != std::string_view::npos;
         at = sentence.find_first_of("(:", at + 1)) {
      std::string_view rest = sentence.substr(at + 1);
      while (!rest.empty() && isSpace(rest[0]))
        rest.remove_prefix(1);
      size_t letters = 0;
      while (letters < rest.size() && isLetter(rest[letters]))
        ++letters;
      if ((!rest.empty() && isDigit(rest[0])) ||
          (letters > 0 && language->isNumberWord(lowerCase(rest.substr(0, letters)))))
        return true;
    }
    return std::ranges::any_of(language->partOpeners, [&](const Phrase &phrase) {
      return sentence.find(phrase.back()) != std::string_view::npos;
    });
  }

  void judge(const Block &block, Span sentence, CheckContext &ctx) const {
    std::vector<Token> tokens = tokenize(block.sentence(sentence), *language, sentence.begin);
    for (size_t i = 0; i < tokens.size();) {
      std::optional<Quantity> total = quantityAt(tokens, i, *language);
      if (!total) {
        ++i;
        continue;
      }
      i = total->next;
      size_t nounEnd = nounPhraseEnd(tokens, total->next, *language);
      if (total->bound != Bound::Exact || nounEnd == total->next ||
          language->measures.contains(tokens[nounEnd - 1].lower))
        continue;
      std::optional<Region> region = regionAt(tokens, nounEnd);
      std::optional<int64_t> sum =
          region ? sumOf(tokens, *region, tokens[nounEnd - 1].lower) : std::nullopt;
      if (!sum)
        continue;
      ctx.countComparison();
      i = region->end;
      if (*sum == total->low || (*sum < total->low && !region->isComplete))
        continue;
      Span whole{.begin = tokens[total->first].begin, .end = tokens[nounEnd - 1].end};
      ctx.report(block.sourceOf(whole), "conflict")
          .arg("claim", block.sentence(whole))
          .arg("sum", *sum);
    }
  }

  std::optional<Region> regionAt(const std::vector<Token> &tokens, size_t at) const {
    if (at >= tokens.size())
      return std::nullopt;
    if (tokens[at].text == "(")
      return regionUpTo(tokens, at + 1, {")"}, true);
    if (tokens[at].text == ":")
      return regionUpTo(tokens, at + 1, {".", ";"}, true);
    size_t first = tokens[at].text == "," ? at + 1 : at;
    for (const Phrase &phrase : language->partOpeners)
      if (first + phrase.size() <= tokens.size() &&
          std::equal(
              phrase.begin(), phrase.end(), tokens.begin() + static_cast<ptrdiff_t>(first),
              [](const std::string &word, const Token &token) { return word == token.lower; }))
        return regionUpTo(tokens, first + phrase.size(), {".", ";"}, false);
    return std::nullopt;
  }

  /// From a token to one of some marks, or to the end of the sentence. A longer region is not
  /// looked at: it would be for each number in it.
  static std::optional<Region> regionUpTo(const std::vector<Token> &tokens, size_t begin,
                                          std::initializer_list<std::string_view> marks,
                                          bool isComplete) {
    constexpr size_t longest = 200;
    size_t end = begin;
    while (end < tokens.size() && end - begin <= longest && !isAnyOf(tokens[end].text, marks))
      ++end;
    return end - begin > longest
               ? std::nullopt
               : std::optional(Region{.begin = begin, .end = end, .isComplete = isComplete});
  }

  /// The sum of at least two parts, each of which begins with a number. Nothing if a part has none,
  /// or counts something else.
  std::optional<int64_t> sumOf(const std::vector<Token> &tokens, Region region,
                               std::string_view noun) const {
    int64_t sum = 0;
    uint32_t parts = 0, named = 0;
    constexpr int64_t most = 1'000'000'000'000;
    for (size_t i = region.begin; i < region.end;) {
      while (i < region.end && isSeparator(tokens[i]))
        ++i;
      if (i == region.end)
        break;
      std::optional<Numeral> number = numeralAt(tokens, i, *language);
      if (!number || number->next > region.end || number->value > most)
        return std::nullopt;
      if (quantityAt(tokens, i, *language).value_or(Quantity{}).bound != Bound::Exact)
        return std::nullopt;
      size_t end = number->next;
      while (end < region.end && !isSeparator(tokens[end]))
        ++end;
      if (!isPart(tokens, number->next, end))
        return std::nullopt;
      // Things of another kind are no parts, but a last noun may be that of all: "5 old and 7 new
      // shops".
      size_t nounEnd = std::min(nounPhraseEnd(tokens, number->next, *language), end);
      bool isNamed = nounEnd > number->next;
      bool isLast = end == region.end;
      if (isNamed && region.isComplete && !(isLast && named == 0 && parts > 0) &&
          !isKindOf(tokens[nounEnd - 1].lower, noun))
        return std::nullopt;
      named += isNamed;
      sum += number->value;
      ++parts;
      i = end;
    }
    return parts >= 2 ? std::optional(sum) : std::nullopt;
  }

  bool isSeparator(const Token &token) const {
    return token.text == "," || token.text == ";" || language->joiners.contains(token.lower);
  }

  /// Whether words stand behind a number: "gold", "of them are open".
  static bool isPart(const std::vector<Token> &tokens, size_t from, size_t end) {
    constexpr size_t mostWords = 12;
    auto begin = tokens.begin();
    return from < end && end - from <= mostWords &&
           std::all_of(
               begin + static_cast<ptrdiff_t>(from), begin + static_cast<ptrdiff_t>(end),
               [](const Token &token) { return token.isWord(); });
  }

  bool isKindOf(const std::string &part, std::string_view noun) const {
    return language->classOf(part) == language->classOf(noun) ||
           language->kindsOfPeople.contains(part);
  }

  const Language *language = nullptr;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(sum_mismatch, SumMismatch)
