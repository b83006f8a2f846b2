// SPDX-License-Identifier: MIT
#include "lint/model/English.h"
#include "lint/model/Prose.h"
#include "lint/model/Quantity.h"
#include "lint/model/Sections.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace wikivet {
namespace {

/// How many items a text may hold, depending on how it is read.
struct ItemCount {
  int64_t least = 0;
  int64_t most = 0;
};

bool isAnyOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool isNumber(const Token &token) { return isDigit(token.text[0]) || isNumberWord(token.lower); }

/// Counts the items of a run-in list: pieces between separators. Nothing if it is no plain list of
/// names.
class RunInList {
public:
  static std::optional<ItemCount> count(const std::vector<Token> &tokens) {
    std::string_view separator = hasToken(tokens, ";") ? ";" : ",";
    ItemCount items;
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
      bool clauseBegins =
          !piece.empty() && isAnyOf(piece[0].lower, {"both", "all", "some", "most", "none", "which",
                                                     "where", "who", "whose", "with", "although"});
      if (clauseBegins && !first)
        break; // what follows speaks about the items
      if (!addPiece(piece, separator == ",", first, atEnd, items))
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
  static bool isMixed(const std::vector<Token> &piece) {
    bool capital = false, small = false;
    for (const Token &token : piece)
      if (token.isWord() && !isFunctionWord(token.lower))
        (isUpper(token.text[0]) ? capital : small) = true;
    return capital && small;
  }

  static bool isOpening(const Token &token) { return token.text == "(" || token.text == "["; }
  static bool isClosing(const Token &token) { return token.text == ")" || token.text == "]"; }

  static bool hasToken(const std::vector<Token> &tokens, std::string_view text) {
    return std::ranges::any_of(tokens, [&](const Token &token) { return token.text == text; });
  }

  static bool addPiece(std::vector<Token> piece, bool byCommas, bool first, bool last,
                       ItemCount &items) {
    bool hasAnd = !piece.empty() && (piece[0].lower == "and" || piece[0].lower == "or");
    if (hasAnd)
      piece.erase(piece.begin());
    if (piece.empty())
      return true;
    constexpr size_t mostWords = 6;
    auto words = std::ranges::count_if(piece, [](const Token &token) { return token.isWord(); });
    int64_t ands = 0;
    for (size_t i = 0; i < piece.size(); ++i) {
      const Token &token = piece[i];
      if (isNumber(token) || token.text == ":" || token.text[0] == Prose::hidden ||
          isAnyOf(token.lower,
                  {"is", "are", "was", "were", "who", "which", "whose", "that", "has", "have",
                   "had", "other", "others", "several", "many", "rest", "plus"}))
        return false;
      ands += i > 0 && (token.lower == "and" || token.lower == "or" || token.text == "&" ||
                        token.text == "/");
    }
    if (static_cast<size_t>(words) > mostWords)
      return false;
    bool isApposition = !first && byCommas && !hasAnd &&
                        isAnyOf(piece[0].lower, {"a", "an", "the", "now", "formerly", "also",
                                                 "then", "such", "of"});
    // A last "X and Y" without a comma before "and" closes the list.
    bool closes = last && !hasAnd && ands > 0;
    items.least += isApposition ? 0 : closes ? 1 + (ands == 1) : 1;
    items.most += 1 + ands;
    return true;
  }
};

/// Compares announced numbers with what is listed.
class EnumerationCount final : public Check {
public:
  explicit EnumerationCount(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    const Prose &prose = ctx.document().prose();
    if (!prose.isEnglish())
      return;
    const std::vector<Block> &blocks = prose.blocks();
    for (size_t i = 0; i < blocks.size(); ++i) {
      const Block &block = blocks[i];
      if (block.text.find(':') == std::string::npos || block.kind == BlockKind::TableCell ||
          isIgnored(block, ctx.document().sections()))
        continue;
      for (Span sentence : block.sentences)
        if (block.sentence(sentence).find(':') != std::string_view::npos)
          judge(blocks, i, sentence, ctx);
    }
  }

private:
  /// "160 countries", found right before the colon.
  struct Announcement {
    Quantity quantity;
    Span span;                  ///< in the block's text
    std::set<int64_t> accepted; ///< the number, and sums with other numbers of the sentence
  };

  bool isIgnored(const Block &block, const Sections &sections) const {
    return block.section != 0 &&
           options->regex("ignored-sections").contains(sections.all()[block.section].title);
  }

  bool saysEtc(std::string_view text) const {
    std::string lower = lowerCase(text);
    return std::ranges::any_of(options->stringList("etc-words").items,
                               [&](const std::string &words) {
                                 for (size_t at = lower.find(words); at != std::string::npos;
                                      at = lower.find(words, at + 1)) {
                                   size_t end = at + words.size();
                                   if ((at == 0 || !isLetter(lower[at - 1])) &&
                                       (end == lower.size() || !isLetter(lower[end])))
                                     return true;
                                 }
                                 return false;
                               });
  }

  void judge(const std::vector<Block> &blocks, size_t index, Span sentence,
             CheckContext &ctx) const {
    const Block &block = blocks[index];
    std::string_view text = block.sentence(sentence);
    if (saysEtc(text))
      return;
    size_t colon = text.find(':');
    std::vector<Token> left = tokenize(text.substr(0, colon), sentence.begin);
    std::optional<Announcement> announcement = findAnnouncement(left);
    if (!announcement)
      return;
    auto rightBegin = sentence.begin + static_cast<uint32_t>(colon) + 1;
    std::string_view right = trim(text.substr(colon + 1));
    while (right.ends_with('.'))
      right.remove_suffix(1);
    bool isLast = sentence == block.sentences.back();
    if (right.empty()) {
      if (isLast)
        judgeList(blocks, index, *announcement, ctx);
      return;
    }
    std::vector<Token> tokens = tokenize(right, rightBegin);
    if (std::optional<ItemCount> items = RunInList::count(tokens))
      report(block, *announcement, *items, "run-in", {}, ctx);
  }

  /// An exact number right before a plural noun that touches the colon.
  std::optional<Announcement> findAnnouncement(const std::vector<Token> &left) const {
    const StringList &partitives = options->stringList("partitives");
    std::optional<Announcement> found;
    std::vector<int64_t> others;
    for (size_t i = 0; i < left.size();) {
      std::optional<Quantity> quantity = quantityAt(left, i);
      if (!quantity) {
        ++i;
        continue;
      }
      i = quantity->next;
      size_t words = left.size() - quantity->next;
      constexpr size_t mostWords = 4;
      bool touches = words >= 1 && words <= mostWords && isPlural(left.back().lower) &&
                     !options->stringList("units").contains(left.back().lower);
      for (size_t k = quantity->next; k < left.size() && touches; ++k)
        touches = left[k].isWord() && !isFunctionWord(left[k].lower) &&
                  !partitives.contains(left[k].lower);
      bool following = quantity->first >= 2 && left[quantity->first - 1].lower == "following";
      if (quantity->first > 0 && !following)
        touches = touches && !partitives.contains(left[quantity->first - 1].lower);
      // "the first of 10 districts:"
      if (quantity->first > 1 && left[quantity->first - 1].lower == "of")
        touches = touches && !partitives.contains(left[quantity->first - 2].lower) &&
                  !isNumber(left[quantity->first - 2]);
      if (touches && quantity->bound == Bound::Exact && quantity->low >= 2)
        found =
            Announcement{.quantity = *quantity,
                         .span = {.begin = left[quantity->first].begin, .end = left.back().end}};
      else
        others.push_back(quantity->low);
    }
    if (!found)
      return std::nullopt;
    found->accepted.insert(found->quantity.low);
    for (int64_t other : others) {
      found->accepted.insert(other);
      found->accepted.insert(found->quantity.low + other);
    }
    // "one village and 12 towns:"
    for (size_t i = 0; i < found->quantity.first; ++i)
      if (isAnyOf(left[i].lower, {"one", "a", "an"}))
        found->accepted.insert(found->quantity.low + 1);
    return found;
  }

  /// Counts the items of the list that follows a block.
  void judgeList(const std::vector<Block> &blocks, size_t index, const Announcement &announcement,
                 CheckContext &ctx) const {
    const Block &block = blocks[index];
    size_t depth = block.marker.size();
    int64_t items = 0;
    int64_t numbered = 0;
    size_t last = index;
    for (size_t i = index + 1; i < blocks.size(); ++i) {
      const Block &item = blocks[i];
      if (item.kind != BlockKind::ListItem || item.section != block.section ||
          item.marker.size() <= depth)
        break;
      last = i;
      bool isItem = item.marker.size() == depth + 1 &&
                    (item.marker.back() == '*' || item.marker.back() == '#');
      if (!isItem)
        continue;
      ++items;
      std::vector<Token> tokens = tokenize(std::string_view(item.text).substr(0, 40));
      numbered += !tokens.empty() &&
                  (isNumber(tokens[0]) ||
                   (tokens.size() > 1 && tokens[0].lower == "the" && isNumber(tokens[1])));
      // Several names in one item: nobody can tell what is counted.
      if (item.text.find(", ") != std::string::npos)
        numbered += 1;
    }
    if (items < 2 || numbered * 2 >= items || saysEtc(blocks[last].text))
      return;
    report(block, announcement, {.least = items, .most = items}, "list",
           blocks[index + 1].sourceOf({0, 1}), ctx);
  }

  void report(const Block &block, const Announcement &announcement, ItemCount items,
              std::string_view message, Span list, CheckContext &ctx) const {
    int64_t slack = options->integer("minimum-difference") - 1;
    for (int64_t number : announcement.accepted)
      if (number >= items.least - slack && number <= items.most + slack)
        return;
    std::string count = items.least == items.most
                            ? fmt::format("{}", items.least)
                            : fmt::format("{} to {}", items.least, items.most);
    Finding finding = ctx.report(block.sourceOf(announcement.span), message);
    finding.arg("claim", block.sentence(announcement.span)).arg("count", count);
    if (!list.empty())
      finding.related(list, "items");
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(enumeration_count, EnumerationCount)
