// SPDX-License-Identifier: MIT
#include "lint/model/HtmlTree.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <string>

namespace wikivet {
namespace {

/// Whether a style sets a property, of one of two names.
bool sets(std::string_view style, std::string_view name, std::string_view other) {
  while (!style.empty()) {
    std::string_view declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(style.size(), declaration.size() + 1));
    size_t colon = declaration.find(':');
    if (colon == std::string_view::npos)
      continue;
    std::string property = lowerCase(trim(declaration.substr(0, colon)));
    if (property == name || property == other)
      return true;
  }
  return false;
}

/// Reports elements with a background of their own, but the reader's colour of text.
class UnpairedBackground final : public Check {
public:
  void finish(CheckContext &ctx) override {
    const Document &document = ctx.document();
    const html::Dom &dom = document.htmlTree().dom();
    for (html::NodeId id = dom[0].first; id != html::noNode; id = dom.following(id, 0)) {
      const html::DomNode &node = dom[id];
      if (node.kind != html::DomKind::Element || (node.openWidth == 0 && !node.isLiteral))
        continue;
      Node tag = document.tree().node(node.source);
      if (tag.is(NodeKind::Extension))
        continue;
      std::string style = attributeValue(tag, "style");
      if (sets(style, "background", "background-color") && !sets(style, "color", "color"))
        ctx.report(node.span, "found");
    }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(night_mode_unaware_background_color, UnpairedBackground)
