// SPDX-License-Identifier: MIT
#include "lint/model/Enumeration.h"

#include "lint/model/Language.h"
#include "lint/model/Prose.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

static bool isNumber(const Token &token, const Language &language) {
  return isDigit(token.text[0]) || language.isNumberWord(token.lower);
}

bool Announcement::allows(int64_t least, int64_t most, int64_t slack) const {
  return std::ranges::any_of(
      accepted, [&](int64_t number) { return number >= least - slack && number <= most + slack; });
}

namespace {

/// Looks through the numbers of a sentence for one that announces something.
class AnnouncementFinder {
public:
  AnnouncementFinder(const std::vector<Token> &tokens, const Language &language)
      : tokens(&tokens), language(&language) {}

  /// `mustEnd`: the noun is the last word; otherwise "following" or "list of" stands before the
  /// number.
  std::optional<Announcement> find(bool mustEnd) const {
    std::optional<Announcement> found;
    size_t first = 0;
    std::vector<int64_t> others;
    size_t last = withoutVerb();
    for (size_t i = 0; i < tokens->size();) {
      std::optional<Quantity> quantity = quantityAt(*tokens, i, *language);
      if (!quantity) {
        ++i;
        continue;
      }
      i = quantity->next;
      size_t end = nounPhraseEnd(*tokens, quantity->next, *language);
      bool fits = quantity->bound == Bound::Exact && quantity->low >= 2 && end > quantity->next &&
                  isListed(quantity->next, end) &&
                  (!mustEnd                 ? isIntroduced(quantity->first, end)
                   : last == tokens->size() ? (end == last && isWhole(quantity->first)) ||
                                                  (end + 1 == last && follows(end))
                                            : isSubject(quantity->first, end, last));
      if (fits && (mustEnd || !found)) {
        const Token &noun = (*tokens)[end - 1];
        found = Announcement{.span = {.begin = (*tokens)[quantity->first].begin, .end = noun.end},
                             .noun = noun.lower,
                             .accepted = {quantity->low}};
        first = quantity->first;
      } else {
        others.push_back(quantity->low);
      }
    }
    if (found)
      acceptSums(*found, first, others);
    return found;
  }

private:
  const std::string &word(size_t index) const { return (*tokens)[index].lower; }

  /// Where the tokens end without a verb: "the 12 members of the council are".
  size_t withoutVerb() const {
    bool isVerb = !tokens->empty() && (language->presentVerbs.contains(tokens->back().lower) ||
                                       language->pastVerbs.contains(tokens->back().lower));
    return tokens->size() - (isVerb ? 1 : 0);
  }

  /// Whether a number is that of all things that a sentence with a verb at its end speaks of.
  bool isSubject(size_t first, size_t end, size_t last) const {
    constexpr size_t mostWords = 6;
    if (first > 1 || (first == 1 && !language->articles.contains(word(0))) ||
        last - end > mostWords)
      return false;
    for (size_t i = end; i < last; ++i)
      if (!(*tokens)[i].isWord() || isNumber((*tokens)[i], *language))
        return false;
    return end == last || language->functionWords.contains(word(end));
  }

  /// Whether the words of a noun phrase are of things that are listed.
  bool isListed(size_t from, size_t end) const {
    for (size_t i = from; i < end; ++i)
      if (language->partitives.contains(word(i)))
        return false;
    const std::string &noun = word(end - 1);
    return !language->measures.contains(noun) && !language->divided.contains(noun);
  }

  /// Whether the number is that of all, not of a part: no "another 12", "the first of 12".
  bool isWhole(size_t first) const {
    if (first == 0 || (first >= 2 && language->followers.contains(word(first - 1))))
      return true;
    if (language->partitives.contains(word(first - 1)))
      return false;
    return first < 2 || !language->partWords.contains(word(first - 1)) ||
           (!language->partitives.contains(word(first - 2)) &&
            !isNumber((*tokens)[first - 2], *language));
  }

  /// Whether the word behind a noun says that the things follow: "les 12 villes suivantes".
  bool follows(size_t end) const {
    return end < tokens->size() && language->followersBehind.contains(word(end));
  }

  bool isIntroduced(size_t first, size_t end) const {
    if ((first > 0 && language->followers.contains(word(first - 1))) || follows(end))
      return true;
    size_t before = first;
    if (before > 0 && language->articles.contains(word(before - 1)))
      --before;
    return before >= 2 && language->partWords.contains(word(before - 1)) &&
           language->listWords.contains(word(before - 2));
  }

  /// "One village and 12 towns" may be thirteen.
  void acceptSums(Announcement &found, size_t first, const std::vector<int64_t> &others) const {
    int64_t number = *found.accepted.begin();
    for (int64_t other : others) {
      found.accepted.insert(other);
      if (other < Quantity::unbounded - number)
        found.accepted.insert(number + other);
    }
    bool hasSingle = false;
    for (size_t i = 0; i < first; ++i) {
      if (hasSingle && language->joiners.contains(word(i)))
        found.accepted.insert(number + 1);
      hasSingle = hasSingle || language->singleWords.contains(word(i));
    }
  }

  const std::vector<Token> *tokens;
  const Language *language;
};

/// Counts the items of a list in a sentence.
class ItemCounter {
public:
  explicit ItemCounter(const Language &language) : language(&language) {}

  std::optional<ItemCount> count(const std::vector<Token> &tokens) {
    std::string_view separator = hasToken(tokens, ";") ? ";" : ",";
    std::vector<Token> piece;
    uint32_t depth = 0;
    bool first = true, firstIsMixed = false, otherIsMixed = false;
    for (size_t i = 0; i <= tokens.size(); ++i) {
      bool atEnd = i == tokens.size();
      if (!atEnd && isOpening(tokens[i]))
        ++depth;
      if (!atEnd && depth > 0) {
        depth -= isClosing(tokens[i]);
        continue;
      }
      if (!atEnd && tokens[i].text != separator) {
        piece.push_back(tokens[i]);
        continue;
      }
      if (!first && !piece.empty() && language->itemClauses.contains(piece[0].lower))
        break; // what follows speaks about the items
      if (!addPiece(piece, separator == ",", first, atEnd))
        return std::nullopt;
      // "nine cities: Their mayors live in Vienna, Berlin and Rome" is a sentence, not a list.
      (first ? firstIsMixed : otherIsMixed) |= isMixed(piece);
      first = first && piece.empty();
      piece.clear();
    }
    bool isSentence = firstIsMixed && !otherIsMixed;
    return items.most >= 2 && !isSentence ? std::optional(items) : std::nullopt;
  }

private:
  /// Whether a piece holds capitalised and other words, articles and prepositions apart.
  bool isMixed(const std::vector<Token> &piece) const {
    bool capital = false, small = false;
    for (const Token &token : piece)
      if (token.isWord() && !language->functionWords.contains(token.lower))
        (isUpper(token.text[0]) ? capital : small) = true;
    return capital && small;
  }

  static bool isOpening(const Token &token) { return token.text == "(" || token.text == "["; }
  static bool isClosing(const Token &token) { return token.text == ")" || token.text == "]"; }

  static bool hasToken(const std::vector<Token> &tokens, std::string_view text) {
    return std::ranges::any_of(tokens, [&](const Token &token) { return token.text == text; });
  }

  bool isJoiner(const Token &token) const { return language->joiners.contains(token.lower); }

  /// False if the piece can't be an item.
  bool addPiece(std::vector<Token> piece, bool byCommas, bool first, bool last) {
    bool hasAnd = !piece.empty() && isJoiner(piece[0]);
    if (hasAnd)
      piece.erase(piece.begin());
    if (piece.empty())
      return true;
    constexpr size_t mostWords = 6;
    auto words = std::ranges::count_if(piece, [](const Token &token) { return token.isWord(); });
    int64_t ands = 0;
    for (size_t i = 0; i < piece.size(); ++i) {
      const Token &token = piece[i];
      if (isNumber(token, *language) || token.text == ":" || token.text[0] == Prose::hidden ||
          language->noItemWords.contains(token.lower))
        return false;
      ands += i > 0 && (isJoiner(token) || token.text == "&" || token.text == "/");
    }
    if (static_cast<size_t>(words) > mostWords)
      return false;
    const std::string &opener = piece[0].lower;
    bool isApposition =
        !first && byCommas && !hasAnd &&
        (language->appositions.contains(opener) || language->functionWords.contains(opener));
    // A last "X and Y" without a comma before "and" closes the list.
    bool closes = last && !hasAnd && ands > 0;
    items.least += isApposition ? 0 : closes ? 1 + (ands == 1) : 1;
    items.most += 1 + ands;
    return true;
  }

  const Language *language;
  ItemCount items;
};

} // namespace

std::optional<Announcement> announcementAtEnd(const std::vector<Token> &tokens,
                                              const Language &language) {
  return AnnouncementFinder(tokens, language).find(true);
}

std::optional<Announcement> announcementWithin(const std::vector<Token> &tokens,
                                               const Language &language) {
  return AnnouncementFinder(tokens, language).find(false);
}

std::optional<ItemCount> countItems(const std::vector<Token> &tokens, const Language &language) {
  return ItemCounter(language).count(tokens);
}

} // namespace wikivet
