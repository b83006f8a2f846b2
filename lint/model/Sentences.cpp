// SPDX-License-Identifier: MIT
#include "lint/model/Sentences.h"

#include "lint/model/Language.h"
#include "lint/model/Prose.h"
#include "lint/support/Text.h"

namespace wikivet {

/// Whether the full stop behind a word ends no sentence: after a known abbreviation, an initial,
/// one with stops inside, and after an ordinal if the language writes "3." for the third.
static bool isAbbreviation(std::string_view word, const Language *language) {
  bool isInitial = word.size() == 1 && isUpper(word[0]);
  if (isInitial || word.find('.') != std::string_view::npos)
    return true;
  constexpr size_t mostDigits = 2;
  bool mayBeOrdinal = !word.empty() && word.size() <= mostDigits && isDigit(word.back());
  return language && ((mayBeOrdinal && language->numbers.ordinalMark == ".") ||
                      language->abbreviations.contains(lowerCase(word)));
}

static bool startsSentence(std::string_view text) {
  return !text.empty() &&
         (isUpper(text[0]) || isDigit(text[0]) || text[0] == '"' || text[0] == '(' ||
          text[0] == '[' || static_cast<unsigned char>(text[0]) >= 0x80);
}

std::vector<Span> splitSentences(std::string_view text, const Language *language) {
  std::vector<Span> sentences;
  size_t begin = 0;
  auto add = [&](size_t end) {
    std::string_view piece = trim(text.substr(begin, end - begin));
    if (!piece.empty()) {
      auto first = static_cast<uint32_t>(piece.data() - text.data());
      sentences.push_back({.begin = first, .end = first + static_cast<uint32_t>(piece.size())});
    }
    begin = end;
  };
  for (size_t i = text.find_first_of(".!?"); i != std::string_view::npos;
       i = text.find_first_of(".!?", i + 1)) {
    size_t end = i + 1;
    while (end < text.size() && (text[end] == '"' || text[end] == '\'' || text[end] == ')' ||
                                 text[end] == ']' || text[end] == Prose::hidden))
      ++end;
    size_t next = end;
    while (next < text.size() && isSpace(text[next]))
      ++next;
    if (next == end || !startsSentence(text.substr(next)))
      continue;
    size_t word = i;
    while (word > begin && !isSpace(text[word - 1]) && text[word - 1] != '(')
      --word;
    if (text[i] != '.' || !isAbbreviation(text.substr(word, i - word), language))
      add(end);
  }
  add(text.size());
  return sentences;
}

} // namespace wikivet
