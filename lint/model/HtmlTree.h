// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/html/Dom.h"

namespace wikivet {

class Document;

/// The tree of HTML elements that MediaWiki makes of a page, with what it had to repair: tags that
/// it added, moved or dropped. Templates are opaque, and what stands in their arguments is no part
/// of it. It agrees with Parsoid, MediaWiki's parser, which calls these repairs by the same names
/// (https://www.mediawiki.org/wiki/Parsoid/Internals).
///
/// Wikitext becomes tokens (html/Tokenizer.h), whose apostrophes, lists and paragraphs are resolved
/// (html/Tokens.h); a browser's rules make a tree of them (html/TreeBuilder.h), which is then
/// tidied (html/Fixups.h). Pieces that are parsed on their own, as the text of a link, go through
/// the same and stand below the element that they belong to.
class HtmlTree {
public:
  explicit HtmlTree(const Document &document);

  const html::Dom &dom() const { return tree; }

private:
  html::Dom tree;
};

} // namespace wikivet
