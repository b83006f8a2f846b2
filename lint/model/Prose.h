// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

class Document;
class Regex;
struct Language;

enum class BlockKind : uint8_t { Paragraph, ListItem, TableCell };

/// A line of text as a reader reads it, with the way back to the source. References, comments,
/// quotations in blocks, files and most templates are left out; a template that may show something
/// leaves the character `Prose::hidden`.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::string marker;   ///< of a list item
  uint32_t section = 0; ///< index in Sections
  std::string text;     ///< UTF-8
  uint32_t sourceBegin = 0;
  std::vector<Span> sentences; ///< byte ranges of `text`, blanks trimmed
  /// Byte ranges of `text` that are other people's words or names, sorted: quotations, italics,
  /// text in other languages, titles of linked pages and sources.
  std::vector<Span> verbatim;

  std::string_view sentence(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
  /// Whether a byte of `text` is in a verbatim range.
  bool isVerbatim(uint32_t offset) const;
  /// Source range of a range of `text`.
  Span sourceOf(Span span) const;

private:
  friend class ProseBuilder;
  struct Piece {
    uint32_t text;
    uint32_t source;
  };
  std::vector<Piece> pieces; ///< where runs of source text begin, in both
  uint32_t sourceOffset(uint32_t offset) const;
};

/// The running text of a page in document order.
class Prose {
public:
  /// Stands for a template's unknown text.
  static constexpr char hidden = '\x01';

  explicit Prose(const Document &document);

  const std::vector<Block> &blocks() const { return textBlocks; }
  /// The language of the page: the wiki's, or if any wiki may be meant, that of which the text has
  /// the commonest words. Null if there is no data for it.
  const Language *language() const { return known; }
  /// Whether that is the language with this code.
  bool isIn(std::string_view code) const;
  /// Whether the page's words are none of the language with this code; a text of few words may be
  /// of any.
  bool isForeignTo(std::string_view code) const;

private:
  std::vector<Block> textBlocks;
  const Language *known = nullptr;
  std::vector<std::string> others; ///< codes of languages that it isn't
};

/// The blocks of a page in document order, but for those in sections of which the title, or that of
/// one around them, has a match of the pattern.
std::vector<const Block *> blocksOutside(const Document &document, const Regex &titles);

} // namespace wikivet
