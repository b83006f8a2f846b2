// SPDX-License-Identifier: MIT
#include "lint/model/Prose.h"

#include "lint/model/Document.h"
#include "lint/model/Language.h"
#include "lint/model/PlainText.h"
#include "lint/model/Sections.h"
#include "lint/model/Sentences.h"
#include "lint/model/Tags.h"
#include "lint/model/Templates.h"
#include "lint/model/Wiki.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace wikivet {

uint32_t Block::sourceOffset(uint32_t offset) const {
  auto next = std::ranges::upper_bound(pieces, offset, {}, &Piece::text);
  if (next == pieces.begin())
    return sourceBegin;
  const Piece &piece = *(next - 1);
  return piece.source + (offset - piece.text);
}

Span Block::sourceOf(Span span) const {
  if (span.empty())
    return {.begin = sourceOffset(span.begin), .end = sourceOffset(span.begin)};
  return {.begin = sourceOffset(span.begin), .end = sourceOffset(span.end - 1) + 1};
}

bool Block::isVerbatim(uint32_t offset) const {
  auto next = std::ranges::upper_bound(verbatim, offset, {}, &Span::begin);
  return next != verbatim.begin() && (next - 1)->contains(offset);
}

/// Byte ranges between quotation marks; a mark without a partner opens nothing.
static std::vector<Span> findQuotations(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> marks[] = {
      {"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}};
  std::vector<Span> quotations;
  for (auto [open, close] : marks)
    for (size_t begin = text.find(open); begin != std::string_view::npos;) {
      size_t end = text.find(close, begin + open.size());
      if (end == std::string_view::npos)
        break;
      quotations.push_back({.begin = static_cast<uint32_t>(begin),
                            .end = static_cast<uint32_t>(end + close.size())});
      begin = text.find(open, end + close.size());
    }
  return quotations;
}

/// Sorted, and those that overlap made one.
static std::vector<Span> merge(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> merged;
  for (Span span : spans) {
    if (span.empty())
      continue;
    if (!merged.empty() && span.begin <= merged.back().end)
      merged.back().end = std::max(merged.back().end, span.end);
    else
      merged.push_back(span);
  }
  return merged;
}

/// Collects the text of blocks in one walk over the tree.
class ProseBuilder {
public:
  ProseBuilder(const Document &document, std::vector<Block> &blocks)
      : document(&document), tree(&document.tree()), blocks(&blocks) {}

  void build() {
    for (uint32_t i = 0; i < tree->size();) {
      leaveUpTo(i);
      Node node = tree->node(i);
      i = enter(node) ? i + 1 : node.subtreeEnd();
    }
    leaveUpTo(tree->size());
    endBlock();
  }

private:
  /// A construct that has blocks of its own.
  struct Open {
    uint32_t end; ///< index of the first node behind it
    BlockKind kind;
    std::string marker;
  };

  void leaveUpTo(uint32_t index) {
    if (index >= titleEnd) {
      endVerbatim(title);
      titleEnd = UINT32_MAX;
    }
    while (!open.empty() && open.back().end <= index) {
      endBlock();
      open.pop_back();
    }
  }

  /// Takes what a node shows itself; true if its children are to be read.
  bool enter(Node node) {
    switch (node.kind()) {
    case NodeKind::Document:
    case NodeKind::LinkText:
    case NodeKind::LanguageVariant:
    case NodeKind::TableRow:
      return true;
    case NodeKind::ExternalLink:
      beginTitle(node);
      return true;
    case NodeKind::ItalicMark:
    case NodeKind::BoldItalicMark:
      if (italics)
        endVerbatim(italics);
      else
        italics = offset();
      return false;
    case NodeKind::Text:
      addText(node);
      return false;
    case NodeKind::Entity:
      add(decodeEntity(node.text()), node.begin());
      return false;
    case NodeKind::RawText:
    case NodeKind::UnknownTag:
    case NodeKind::UnknownEntity:
      add(node.text(), node.begin());
      return false;
    case NodeKind::Wikilink:
      return enterLink(node);
    case NodeKind::LinkTarget:
      if (!node.nextSibling()) {
        beginTitle(node);
        add(node.text(), node.begin());
      }
      return false;
    case NodeKind::Element:
      return enterElement(node);
    case NodeKind::Extension:
      return tagName(node) == "nowiki";
    case NodeKind::VoidElement:
      endBlock();
      return false;
    case NodeKind::Template:
      return enterTemplate(node);
    case NodeKind::TemplateArgument:
      return !node.child(NodeKind::ArgumentName) && !isLanguageCode(node);
    case NodeKind::ParserFunction:
      if (node.firstChild().text().starts_with("formatnum"))
        return true;
      hide(node);
      return false;
    case NodeKind::Parameter:
      hide(node);
      return false;
    case NodeKind::Heading:
      endBlock();
      return false;
    case NodeKind::ListItem:
      openBlocks(node, BlockKind::ListItem, std::string(node.firstChild().text()));
      return true;
    case NodeKind::Table:
    case NodeKind::TableCaption:
    case NodeKind::TableCell:
    case NodeKind::TableHeaderCell:
      openBlocks(node, BlockKind::TableCell, "");
      return true;
    default:
      return false;
    }
  }

  void openBlocks(Node node, BlockKind kind, std::string marker) {
    endBlock();
    open.push_back({.end = node.subtreeEnd(), .kind = kind, .marker = std::move(marker)});
  }

  static bool enterLink(Node node) {
    // `[[Category:X]]` and `[[fr:X]]` show nothing where they stand; a title has a blank after a
    // colon.
    std::string_view target = node.firstChild().text();
    size_t colon = target.find(':');
    bool isHidden = colon != std::string_view::npos && colon > 0 && colon + 1 < target.size() &&
                    target[colon + 1] != ' ' && !node.child(NodeKind::LinkText);
    return !isHidden;
  }

  bool enterElement(Node node) {
    std::string name = tagName(node);
    if (name == "blockquote")
      return false;
    if (name == "sup" || name == "sub") {
      add("^", node.begin());
      return true;
    }
    if (isAnyOf(name, {"table", "tr", "td", "th", "ul", "ol", "dl"}))
      openBlocks(node, BlockKind::TableCell, "");
    else if (isAnyOf(name, {"li", "dt", "dd"}))
      openBlocks(node, BlockKind::ListItem, "*");
    else if (isAnyOf(name, {"div", "p", "center"}))
      endBlock();
    return true;
  }

  bool enterTemplate(Node node) {
    const Template *call = document->templates().at(node);
    if (call &&
        isAnyOf(call->name, {"nowrap", "nobr", "no wrap", "nowr", "small", "lang", "nts"})) {
      if (call->name == "lang")
        beginTitle(node);
      return true;
    }
    if (call && call->name == "as of")
      addDate(*call);
    else if (call && isAnyOf(call->name, {"ndash", "endash", "snd", "spnd", "spaced ndash"}))
      add("–", node.begin());
    else
      hide(node);
    return false;
  }

  /// `{{As of|2010|5}}` says when what follows is true.
  void addDate(const Template &call) {
    add("as of", call.node.begin());
    for (const Argument &argument : call.arguments)
      if (!argument.named && !argument.trimmed.empty()) {
        add(" ", argument.trimmed.begin);
        add(argument.text(*tree), argument.trimmed.begin);
      }
  }

  uint32_t offset() const { return static_cast<uint32_t>(block.text.size()); }

  /// What the subtree at a node shows is a title or in another language.
  void beginTitle(Node node) {
    if (title)
      return;
    title = offset();
    titleEnd = node.subtreeEnd();
  }

  /// Notes a verbatim range from `begin` to here, if there is one.
  void endVerbatim(std::optional<uint32_t> &begin) {
    if (begin)
      block.verbatim.push_back({.begin = *begin, .end = offset()});
    begin.reset();
  }

  /// Whether an argument is the first one of `{{lang|fr|bonjour}}`.
  bool isLanguageCode(Node argument) const {
    const Template *call = document->templates().at(argument.parent());
    return call && call->name == "lang" && call->arguments.front().node == argument;
  }

  void hide(Node node) { add(std::string_view(&Prose::hidden, 1), node.begin()); }

  void addText(Node node) {
    std::string_view text = node.text();
    uint32_t offset = node.begin();
    while (true) {
      size_t lineEnd = text.find('\n');
      add(text.substr(0, lineEnd), offset);
      if (lineEnd == std::string_view::npos)
        return;
      endBlock();
      offset += static_cast<uint32_t>(lineEnd) + 1;
      text.remove_prefix(lineEnd + 1);
    }
  }

  void add(std::string_view text, uint32_t source) {
    if (text.empty())
      return;
    if (block.text.empty())
      block.sourceBegin = source;
    block.pieces.push_back({.text = static_cast<uint32_t>(block.text.size()), .source = source});
    block.text += text;
  }

  void endBlock() {
    endVerbatim(italics);
    endVerbatim(title);
    // An item of a list that is a template is an item, but a template in a line of its own no text.
    bool isItem = !open.empty() && open.back().kind == BlockKind::ListItem;
    bool isBlank = std::ranges::all_of(
        block.text, [&](char c) { return isSpace(c) || (c == Prose::hidden && !isItem); });
    if (!isBlank) {
      block.kind = open.empty() ? BlockKind::Paragraph : open.back().kind;
      block.marker = open.empty() ? "" : open.back().marker;
      block.section = document->sections().indexAt(block.sourceBegin);
      std::ranges::copy(findQuotations(block.text), std::back_inserter(block.verbatim));
      block.verbatim = merge(std::move(block.verbatim));
      blocks->push_back(std::move(block));
    }
    block = {};
  }

  const Document *document;
  const Tree *tree;
  std::vector<Block> *blocks;
  Block block;
  std::vector<Open> open;
  std::optional<uint32_t> italics, title; ///< where in the block a verbatim range began
  uint32_t titleEnd = UINT32_MAX;         ///< index of the first node behind the title
};

namespace {

/// How many words of a text there are, and how many of them are the commonest of a language.
struct WordCount {
  uint32_t all = 0;
  uint32_t common = 0;

  /// Running text has about one in six; names and lists lower it.
  bool isOfLanguage() const {
    constexpr uint32_t leastShare = 20;
    return common >= 2 && common * leastShare >= all;
  }
};

WordCount countWords(const std::vector<Block> &blocks, const Language &language) {
  WordCount count;
  constexpr uint32_t sample = 3000;
  for (const Block &block : blocks) {
    std::string_view text = block.text;
    for (size_t i = 0; i < text.size();) {
      if (!isLetterByte(text[i])) {
        ++i;
        continue;
      }
      size_t end = i;
      while (end < text.size() && isLetterByte(text[end]))
        ++end;
      std::string_view word = text.substr(i, end - i);
      // Scripts without blanks between words have some three letters a word, of three bytes.
      constexpr ptrdiff_t bytesOfWord = 9;
      count.all += 1 + static_cast<uint32_t>(
                           std::ranges::count_if(
                               word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) /
                           bytesOfWord);
      // Common words are short.
      constexpr size_t longest = 8;
      count.common += word.size() <= longest && language.commonWords.contains(lowerCase(word));
      i = end;
    }
    if (count.all > sample)
      break;
  }
  return count;
}

} // namespace

Prose::Prose(const Document &document) {
  ProseBuilder(document, textBlocks).build();
  const Wiki &wiki = document.wiki();
  uint32_t most = 0;
  for (const auto &language : wiki.languages) {
    WordCount count = countWords(textBlocks, *language);
    // Too few words say nothing.
    constexpr uint32_t fewWords = 40;
    if (count.isOfLanguage() && count.common > most) {
      most = count.common;
      known = language.get();
    } else if (!count.isOfLanguage() && count.all >= fewWords) {
      others.push_back(language->code);
    }
  }
  if (!wiki.id.empty() && !wiki.languages.empty())
    known = wiki.languages.front().get();
  for (Block &block : textBlocks)
    block.sentences = splitSentences(block.text, known);
}

bool Prose::isIn(std::string_view code) const { return known && known->code == code; }

bool Prose::isForeignTo(std::string_view code) const {
  return std::ranges::find(others, code) != others.end();
}

std::vector<const Block *> blocksOutside(const Document &document, const Regex &titles) {
  std::vector<const Block *> blocks;
  std::vector<bool> isLeftOut = document.sections().under(titles);
  for (const Block &block : document.prose().blocks())
    if (!isLeftOut[block.section])
      blocks.push_back(&block);
  return blocks;
}

} // namespace wikivet
