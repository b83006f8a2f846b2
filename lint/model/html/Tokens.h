// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/html/Elements.h"
#include "lint/support/Span.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wikivet::html {

/// What MediaWiki's tokenizer makes of a piece of wikitext.
enum class TokenKind : uint8_t {
  Start,       ///< a start tag, or the markup that stands for one
  End,         ///< an end tag
  Whole,       ///< an element at once: void, or written like one; a link, a file, an extension
  Text,        ///< on one line, with a letter at least
  Blank,       ///< blanks and tabs
  Newline,     ///< one line break
  Comment,     ///< also lines that hold nothing else, with their line breaks
  Transparent, ///< shows nothing: a category, a behavior switch
  Template,    ///< something opaque, which may be anything
  Mark,        ///< apostrophes; gone behind Quotes
  Item,        ///< the marker of a list item; gone behind Lists
};

struct Token {
  TokenKind kind;
  Name name = Name::None;
  bool isLiteral = false; ///< written as an HTML tag
  /// Of a start tag made of apostrophes: it stands for one that was closed too early.
  bool startIsImplied = false;
  /// Of a start tag made of apostrophes: its end tag is added at the end of the line.
  bool endIsImplied = false;
  bool isSelfClosed = false; ///< `<b/>`
  /// Of an item: the colon behind a term on the same line.
  bool isSameLine = false;
  Span span;         ///< empty for tags that no markup stands for
  uint32_t node = 0; ///< index in the syntax tree
};

using Tokens = std::vector<Token>;

/// Turns apostrophe marks into tags, line by line (MediaWiki's doQuotes, as Parsoid has it).
void resolveQuotes(const Tokens &in, Tokens &out);

/// Turns list markers into lists and items, as Parsoid's ListHandler does. `text` is the source.
void resolveLists(std::string_view text, const Tokens &in, Tokens &out);

/// Puts tags of paragraphs around lines of text, as MediaWiki's BlockLevelPass does.
void wrapParagraphs(const Tokens &in, Tokens &out);

} // namespace wikivet::html
