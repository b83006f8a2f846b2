// SPDX-License-Identifier: MIT
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {
namespace {

/// Reports links to the page that they stand in. Without the page's title nothing is known.
class SelfLink final : public Check {
public:
  bool concerns(const Document &document) const override {
    return !document.source().title().empty();
  }
  KindSet interests() const override { return {NodeKind::Wikilink}; }

  void visit(Node node, CheckContext &ctx) override {
    std::string_view target = trim(node.child(NodeKind::LinkTarget).text());
    // A link to a section of the page works.
    if (target.empty() || target.contains('#') ||
        normalize(target) != normalize(ctx.document().source().title()) || isTransparent(node))
      return;
    ctx.report(node.span(), "self").arg("target", target);
  }

private:
  /// Blanks for underscores, the first letter as a capital.
  static std::string normalize(std::string_view title) {
    std::string text(title);
    std::ranges::replace(text, '_', ' ');
    text = collapseSpaces(text);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
      text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  /// In what is included elsewhere, and in pictures, such a link has a use.
  static bool isTransparent(Node node) {
    for (Node outer = node.parent(); outer; outer = outer.parent())
      if (outer.isOneOf(NodeKind::Extension, NodeKind::Template, NodeKind::IncludeTag))
        return true;
    return false;
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(self_link, SelfLink)
