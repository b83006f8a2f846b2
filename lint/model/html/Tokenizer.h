// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/html/Tokens.h"
#include "lint/syntax/Tree.h"

namespace wikivet {
struct Wiki;
} // namespace wikivet

namespace wikivet::html {

/// A piece of wikitext that MediaWiki parses on its own: the page, the text of a link or a
/// reference, a caption. Tags in it close nothing outside.
struct Fragment {
  uint32_t first = 0, last = 0; ///< nodes of the syntax tree, half-open
  Span span;
  /// It stands in a line, so that it has no paragraphs.
  bool isInline = true;
  /// It is shown elsewhere than it stands.
  bool isApart = false;
};

/// Reads the tokens of a fragment from the syntax tree.
void tokenize(const Tree &tree, const Wiki &wiki, const Fragment &fragment, Tokens &out);

/// The pieces that are parsed on their own in a link, a file or an extension.
std::vector<Fragment> fragmentsOf(Node node);

} // namespace wikivet::html
