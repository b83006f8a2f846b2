// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

#include "lint/model/HtmlTree.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

namespace wikivet {

Finding::Arguments htmlFaultArguments(const HtmlFault &fault, const Document &document) {
  const html::DomNode &node = document.htmlTree().dom()[fault.node];
  std::string_view text = document.source().text();
  uint32_t width = node.openWidth > 0 ? node.openWidth : node.span.size();
  std::string name(html::nameText(node.name));
  std::string tag(text.substr(node.span.begin, width));
  bool isMarkup = !node.isLiteral && node.kind == html::DomKind::Element;
  std::string end = isMarkup && node.name == html::Name::I       ? "''"
                    : isMarkup && node.name == html::Name::B     ? "'''"
                    : isMarkup && node.name == html::Name::Table ? "|}"
                                                                 : fmt::format("</{}>", name);
  if (isMarkup && node.openWidth > 5)
    tag = tag.substr(0, 2);
  return {{"name", name}, {"tag", shorten(collapseSpaces(tag), 40)}, {"end", end}};
}

} // namespace wikivet
