// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"
#include "lint/syntax/Tree.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

class Document;

/// One argument of a template call.
struct Argument {
  Node node;          ///< template_argument
  std::string name;   ///< trimmed, comments removed; the position in digits ("1") if positional
  bool named = false; ///< written with `=`
  Span value;         ///< bytes of the value, blanks included
  Span trimmed;       ///< the same without blanks at either end

  /// Bytes of the written name without blanks at either end; empty if it has none.
  Span nameSpan() const;
  std::string_view text(const Tree &tree) const {
    return tree.sourceText().substr(trimmed.begin, trimmed.size());
  }
};

/// A template call with its name as MediaWiki reads it.
struct Template {
  Node node;        ///< template
  std::string name; ///< normalised by normalizeTemplateName()
  std::vector<Argument> arguments;

  /// The argument that counts (the last of that name), or null.
  const Argument *argument(std::string_view name) const;
  /// The argument at a node of kind `template_argument`, or null.
  const Argument *argumentAt(Node node) const;
};

/// A template's name as MediaWiki compares it: comments removed, underscores to blanks, blanks
/// trimmed and collapsed, a leading `Template:` or colon removed, ASCII letters in lower case.
/// (MediaWiki only ignores the first letter's case; names that differ by case alone are redirects
/// of each other on real wikis, and lower case makes them one.)
std::string normalizeTemplateName(std::string_view written);

/// All template calls of a page in document order. Parser functions are not among them.
class Templates {
public:
  explicit Templates(const Document &document);

  const std::vector<Template> &all() const { return calls; }
  /// The call at a node of kind `template`, or null.
  const Template *at(Node node) const;

private:
  std::vector<Template> calls;
};

} // namespace wikivet
