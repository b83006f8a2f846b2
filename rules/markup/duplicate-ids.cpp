// SPDX-License-Identifier: MIT
#include "lint/model/HtmlTree.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"

#include <string>
#include <unordered_map>

namespace wikivet {
namespace {

/// Reports elements whose id an earlier one has. Those of headings are made unique by MediaWiki.
class DuplicateIds final : public Check {
public:
  void finish(CheckContext &ctx) override {
    const Document &document = ctx.document();
    if (!document.source().text().contains("id"))
      return;
    const html::Dom &dom = document.htmlTree().dom();
    for (html::NodeId id = dom[0].first; id != html::noNode; id = dom.following(id, 0)) {
      const html::DomNode &node = dom[id];
      if (node.kind != html::DomKind::Element || node.openWidth == 0 || html::isHeading(node.name))
        continue;
      Node tag = document.tree().node(node.source);
      if (tag.is(NodeKind::Extension))
        continue;
      Node attribute = findAttribute(tag, "id");
      Node value = attribute ? attribute.child(NodeKind::AttributeValue) : Node();
      // What a template gives is not known.
      if (!value || value.firstChild() || unquote(value.text()).empty())
        continue;
      auto [first, isNew] = firstPlaces.emplace(unquote(value.text()), value.span());
      if (!isNew)
        ctx.report(node.span, "found").arg("id", first->first).related(first->second, "first");
    }
  }

private:
  std::unordered_map<std::string, Span> firstPlaces; ///< of each id
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(duplicate_ids, DuplicateIds)
