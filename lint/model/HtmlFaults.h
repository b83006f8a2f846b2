// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/html/Dom.h"
#include "lint/support/Span.h"

#include <array>
#include <span>
#include <vector>

namespace wikivet {

class Document;

/// What can be wrong with the tree of HTML elements. MediaWiki's linter has the same categories
/// (https://www.mediawiki.org/wiki/Help:Lint_errors).
enum class HtmlFaultKind : uint8_t {
  MissingEndTag,           ///< an element that no tag closes
  MissingEndTagInHeading,  ///< the same in a heading
  UnclosedQuotesInHeading, ///< apostrophes that nothing closes in a heading
  Html5Misnesting,         ///< no tag closes it, and what follows was meant to be inside
  MisnestedTag,            ///< closed too early, by the end of what holds it
  MultipleUnclosed,        ///< a formatting element opened again instead of closed
  StrippedTag,             ///< a tag that closes or opens nothing
  SelfClosedTag,           ///< `<b/>`
  ObsoleteTag,             ///< an element that HTML has no more
  DeletableTable,          ///< a table that begins in a row of another
  Fostered,                ///< a table with content outside of its cells
  FosteredTransparent,     ///< the same, but the content shows nothing
  MultilineTableInList,    ///< a table of several lines in a list item
  LinkColor,               ///< `<font color>` around a link, which keeps its own colour
  NowrapBlank,             ///< a blank where the line would break stands where it may not
  NowrapParagraph,         ///< a paragraph in an inline element that may not break
  BlockInSpan,             ///< `<span>` around `<div>`
};
inline constexpr size_t htmlFaultKindCount = static_cast<size_t>(HtmlFaultKind::BlockInSpan) + 1;

struct HtmlFault {
  html::NodeId node;
  /// As MediaWiki's linter gives it: of an element, from its start tag to where it ends.
  Span span;
  /// A template stands where it may open or close the element.
  bool isUncertain = false;
  /// Of a misnested element: its second half, or the end tag that was dropped. Of a dropped end
  /// tag: the unclosed element before it that it was meant for, which is a fault of its own.
  html::NodeId other = html::noNode;
};

/// The faults of a page's HtmlTree, each kind in document order.
class HtmlFaults {
public:
  explicit HtmlFaults(const Document &document);

  std::span<const HtmlFault> of(HtmlFaultKind kind) const {
    return faults[static_cast<size_t>(kind)];
  }

private:
  std::array<std::vector<HtmlFault>, htmlFaultKindCount> faults;
};

} // namespace wikivet
