// SPDX-License-Identifier: MIT
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {
namespace {

/// Reports words before a cell's second pipe that are no attributes, so that nobody reads them.
class TextInCellAttributes final : public Check {
public:
  KindSet interests() const override {
    return {NodeKind::TableCell, NodeKind::TableHeaderCell, NodeKind::TableCaption};
  }

  void visit(Node cell, CheckContext &ctx) override {
    Node first, last;
    bool hasAttribute = false;
    for (Node child : cell.children()) {
      if (!child.is(NodeKind::Attribute))
        continue;
      if (isLostWord(child)) {
        first = first ? first : child;
        last = child;
      } else {
        hasAttribute = true;
      }
    }
    if (!first)
      return;
    Span span{.begin = first.begin(), .end = last.end()};
    std::string_view lost = ctx.document().source().text(span);
    if (!saysSomething(lost))
      return;
    constexpr uint32_t longest = 40;
    ctx.report(span, hasAttribute                      ? "attribute"
                     : cell.is(NodeKind::TableCaption) ? "caption"
                                                       : "cell")
        .arg("lost", shorten(lost, longest));
  }

private:
  /// A "!" or ";" too many changes nothing.
  static bool saysSomething(std::string_view text) {
    return std::ranges::any_of(text,
                               [](char c) { return isLetterByte(c) || isDigit(c) || c == '\''; });
  }

  /// Words without "=" are attributes only where HTML knows them; those with one are left alone.
  static bool isLostWord(Node attribute) {
    std::string_view name = attribute.firstChild().text();
    return attribute.firstChild().end() == attribute.end() &&
           !isAnyOf(lowerCase(name), {"nowrap", "hidden", "itemscope"});
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(text_in_cell_attributes, TextInCellAttributes)
