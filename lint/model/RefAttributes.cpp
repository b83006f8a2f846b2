// SPDX-License-Identifier: MIT
#include "lint/model/RefAttributes.h"

#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

const std::vector<std::string> &refAttributeNames() {
  static const std::vector<std::string> names = {"name", "group",   "follow",
                                                 "dir",  "extends", "details"};
  return names;
}

bool isRefAttribute(std::string_view name) {
  return std::ranges::find(refAttributeNames(), name) != refAttributeNames().end();
}

namespace {

/// Reads the attributes of a start tag, tolerant of quotes of every kind.
class RefAttributeReader {
public:
  explicit RefAttributeReader(Node tag) : offset(tag.begin()), text(tag.text()) {
    text.remove_suffix(text.ends_with("/>") ? 2 : text.ends_with(">") ? 1 : 0);
    if (Node name = tag.child(NodeKind::TagName))
      at = name.end() - offset;
  }

  std::vector<RefAttribute> read() {
    std::vector<RefAttribute> attributes;
    if (text.find_first_of("{<", 1) != std::string_view::npos)
      return attributes;
    for (skipBlanks(); at < text.size(); skipBlanks())
      attributes.push_back(readOne());
    return attributes;
  }

private:
  static constexpr std::string_view typeset[] = {"“", "”", "„", "‟",  "«",  "»",  "‘", "’",
                                                 "‚", "″", "′", "「", "」", "＂", "''"};

  /// Over what is between attributes; MediaWiki ignores slashes there.
  void skipBlanks() {
    while (at < text.size() && (isSpace(text[at]) || text[at] == '/'))
      ++at;
  }
  uint32_t wordEnd(uint32_t from) const {
    while (from < text.size() && !isSpace(text[from]))
      ++from;
    return from;
  }
  Span spanOf(uint32_t begin, uint32_t end) const {
    return {.begin = offset + begin, .end = offset + end};
  }

  RefAttribute readOne() {
    uint32_t begin = at, end = at;
    while (end < text.size() && !isSpace(text[end]) && text[end] != '=')
      ++end;
    RefAttribute attribute;
    attribute.name = lowerCase(text.substr(begin, end - begin));
    at = end;
    skipBlanks();
    if (at < text.size() && text[at] == '=') {
      ++at;
      while (at < text.size() && isSpace(text[at]))
        ++at;
      readValue(attribute);
      end = attribute.value.end - offset;
    }
    attribute.span = spanOf(begin, end);
    at = std::max(end, begin + 1);
    return attribute;
  }

  /// Where the words of a value without usable quotes end: before the next `name=`.
  uint32_t valueEnd() const {
    uint32_t end = wordEnd(at);
    for (uint32_t next = end; next < text.size(); end = next) {
      while (next < text.size() && isSpace(text[next]))
        ++next;
      uint32_t stop = wordEnd(next);
      std::string_view word = text.substr(next, stop - next);
      size_t equals = word.find('=');
      uint32_t after = stop;
      while (after < text.size() && isSpace(text[after]))
        ++after;
      bool beforeEquals = after < text.size() && text[after] == '=';
      if (word.empty() || equals != std::string_view::npos || beforeEquals ||
          isRefAttribute(lowerCase(word)))
        break;
      next = stop;
    }
    return end;
  }

  void readValue(RefAttribute &attribute) {
    using Quotes = RefAttribute::Quotes;
    char quote = at < text.size() ? text[at] : ' ';
    bool isQuote = (quote == '"' || quote == '\'') && !text.substr(at).starts_with("''");
    size_t close = isQuote ? text.find(quote, at + 1) : std::string_view::npos;
    if (text.substr(at).starts_with("''") && isEmptyValue())
      close = at + 1;
    if (close != std::string_view::npos) {
      auto end = static_cast<uint32_t>(close + 1);
      attribute.meant = trim(text.substr(at + 1, close - at - 1));
      uint32_t stop = wordEnd(end);
      // What sticks to the closing quote is a quote too many, or the next attribute.
      bool isExtra = stop > end && (text[end] == '"' || text[end] == '\'');
      attribute.quotes = isExtra ? Quotes::Unpaired : Quotes::Right;
      attribute.value = spanOf(at, isExtra ? stop : end);
      return;
    }
    uint32_t end = valueEnd();
    attribute.value = spanOf(at, end);
    attribute.meant = text.substr(at, end - at);
    attribute.quotes = strip(attribute.meant);
    if (attribute.quotes != Quotes::None)
      return;
    if (std::ranges::any_of(attribute.meant, isSpace))
      attribute.quotes = Quotes::Blank;
    else if (attribute.meant.find_first_of("'=/#\\?") != std::string_view::npos)
      attribute.quotes = Quotes::Needed;
  }

  /// `name=''` at the end, or before a blank.
  bool isEmptyValue() const { return at + 2 >= text.size() || isSpace(text[at + 2]); }

  /// Takes quotes of any kind off both ends and says of which kind they were.
  static RefAttribute::Quotes strip(std::string_view &value) {
    using Quotes = RefAttribute::Quotes;
    Quotes found = Quotes::None;
    auto take = [&](std::string_view quote, Quotes quotes) {
      bool isFirst = value.starts_with(quote);
      if (isFirst)
        value.remove_prefix(quote.size());
      bool isLast = value.ends_with(quote);
      if (isLast)
        value.remove_suffix(quote.size());
      if (isFirst || isLast)
        found = std::max(found, quotes);
      return isFirst || isLast;
    };
    for (bool again = true; again && !value.empty();) {
      again = take("\\\"", Quotes::Escaped) || take("\\'", Quotes::Escaped);
      for (std::string_view quote : typeset)
        again = take(quote, Quotes::Typeset) || again;
      again = again || take("\"", Quotes::Unpaired) || take("'", Quotes::Unpaired);
    }
    value = trim(value);
    return found;
  }

  uint32_t offset;
  std::string_view text;
  uint32_t at = 0;
};

} // namespace

std::vector<RefAttribute> readRefAttributes(Node tag) { return RefAttributeReader(tag).read(); }

} // namespace wikivet
