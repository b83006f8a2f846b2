// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

#include "lint/model/HtmlTree.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

namespace wikivet {

Finding::Arguments htmlFaultArguments(const HtmlFault &fault, const Document &document) {
  const html::DomNode &node = document.htmlTree().dom()[fault.node];
  std::string_view text = document.source().text();
  std::string name(html::nameText(node.name));
  if (node.isLiteral || node.kind != html::DomKind::Element) {
    std::string_view tag =
        text.substr(node.span.begin, node.openWidth > 0 ? node.openWidth : node.span.size());
    return {{"name", name},
            {"tag", fmt::format("'{}'", shorten(collapseSpaces(tag), 40))},
            {"end", fmt::format("'</{}>'", name)}};
  }
  if (node.name == html::Name::Table)
    return {{"name", name}, {"tag", "'{|'"}, {"end", "'|}'"}};
  // Alone they would look like a quotation of nothing.
  bool isBold = node.name == html::Name::B;
  return {{"name", name},
          {"tag", isBold ? "bold text (''')" : "italic text ('')"},
          {"end", isBold ? "'''" : "''"}};
}

} // namespace wikivet
