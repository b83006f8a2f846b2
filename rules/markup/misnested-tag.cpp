// SPDX-License-Identifier: MIT
#include "lint/model/HtmlTree.h"
#include "lint/rule/HtmlFaultCheck.h"

#include <string>

namespace wikivet {
namespace {

/// Reports elements that are closed too early. Two end tags side by side in the wrong order are
/// exchanged.
class MisnestedTag final : public HtmlFaultCheck<HtmlFaultKind::MisnestedTag> {
public:
  using HtmlFaultCheck::HtmlFaultCheck;

private:
  void mend(const HtmlFault &fault, const Document &document, Finding &finding) const override {
    const html::Dom &dom = document.htmlTree().dom();
    const html::DomNode &outer = dom[dom[fault.node].parent];
    const html::DomNode &dropped = dom[fault.other];
    if (dropped.kind != html::DomKind::Stripped || !dom[fault.node].isLiteral || !outer.isLiteral ||
        outer.closeWidth == 0 || outer.span.end != dropped.span.begin ||
        outer.span.end - outer.closeWidth != fault.span.end)
      return;
    std::string_view text = document.source().text();
    std::string swapped(text.substr(dropped.span.begin, dropped.span.size()));
    swapped += text.substr(fault.span.end, outer.closeWidth);
    finding.fix("exchange the end tags", true,
                {{.span = {.begin = fault.span.end, .end = dropped.span.end}, .text = swapped}});
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(misnested_tag, MisnestedTag)
