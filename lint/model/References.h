// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"
#include "lint/syntax/Tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

class Document;

/// A `<ref>` tag, or a `{{#tag:ref}}` that makes one.
struct Reference {
  Node node;         ///< extension or parser_function
  Span tag;          ///< its start tag, or the whole call
  std::string name;  ///< blanks trimmed; empty if it has none
  std::string group; ///< of itself or of the list around it; empty for the default group
  Span body;         ///< what it says; empty if it only reuses another
  bool selfClosing = false;
  bool nameIsKnown = true; ///< no template or parameter takes part in name or group
  /// The body holds more than blanks and comments, so it defines its name.
  bool defines = false;
  /// Another `<ref>` tag stands in its body: it was not closed where it should be.
  bool holdsReference = false;
  /// It stands in the list of references itself: in `<references>`, or in the argument `refs` of a
  /// template that makes the list. What stands in a note of the list does not.
  bool isListed = false;
};

/// All references of a page in document order, and the names that templates define.
class References {
public:
  explicit References(const Document &document);

  const std::vector<Reference> &all() const { return references; }
  /// The reference at a node, or null.
  const Reference *at(Node node) const;

  /// Whether a template call gives this name to a reference: a value of any argument equals it, as
  /// in {{refn|name=…}}, {{efn|name=…}} or {{single chart|refname=…}}. Which arguments of which
  /// templates do so differs from wiki to wiki.
  bool isNamedByTemplate(std::string_view name) const;

private:
  std::vector<Reference> references;
  std::vector<std::string> templateValues; ///< sorted
};

/// The innermost `<ref>` extension around a node, or null.
Node enclosingReference(Node node);

/// Whether what stands between a `<ref … />` and a stray `</ref>` behind it is the text that was
/// meant for that reference: something on its own lines, with no blank line in it.
bool isTextOfSelfClosed(Node selfClosed, Node strayEnd);

} // namespace wikivet
