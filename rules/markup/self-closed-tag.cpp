// SPDX-License-Identifier: MIT
#include "lint/model/HtmlTree.h"
#include "lint/model/Tags.h"
#include "lint/rule/HtmlFaultCheck.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports tags such as `<b/>`. MediaWiki makes an empty element of them, which shows nothing
/// unless it has attributes or is a block.
class SelfClosedTag final : public HtmlFaultCheck<HtmlFaultKind::SelfClosedTag> {
public:
  using HtmlFaultCheck::HtmlFaultCheck;

private:
  /// What stands on both sides makes no markup together. Some write `[<span/>[` to show brackets.
  static bool separatesNothing(std::string_view text, Span span) {
    if (span.begin == 0 || span.end >= text.size())
      return false;
    auto isPlain = [](char c) {
      return isLetter(c) || isDigit(c) || c == ' ' || c == ',' || c == '.' || (c & 0x80) != 0;
    };
    return isPlain(text[span.begin - 1]) && isPlain(text[span.end]);
  }

  void mend(const HtmlFault &fault, const Document &document, Finding &finding) const override {
    const html::DomNode &node = document.htmlTree().dom()[fault.node];
    Node tag = document.tree().node(node.source);
    if (has(node.name, html::Inline) && !tag.child(NodeKind::Attribute) &&
        separatesNothing(document.source().text(), fault.span)) {
      finding.fix("remove it", true, {{.span = fault.span, .text = ""}});
      return;
    }
    std::string_view text = tag.text();
    size_t slash = text.rfind('/');
    if (slash == std::string_view::npos || !text.ends_with('>'))
      return;
    size_t end = text.find_last_not_of(" \t\n", slash - 1) + 1;
    auto begin = tag.begin() + static_cast<uint32_t>(end);
    std::string closing = "></" + std::string(html::nameText(node.name)) + ">";
    finding.fix("write the end tag", true,
                {{.span = {.begin = begin, .end = tag.end()}, .text = closing}});
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(self_closed_tag, SelfClosedTag)
