// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"

#include <algorithm>
#include <vector>

namespace wikivet {
namespace {

/// Reports references that neither say something nor name what they repeat. Those inside another
/// are reported by nested-ref, those with a slash too many by stray-ref-end,
/// those with details by ref-details-without-name.
class EmptyRef final : public Check {
public:
  KindSet interests() const override { return {NodeKind::Extension, NodeKind::StrayEndTag}; }

  void visit(Node node, CheckContext & /*ctx*/) override {
    if (tagName(node) != "ref")
      return;
    if (node.is(NodeKind::StrayEndTag) && before && isTextOfSelfClosed(before, node))
      closedEarly.push_back(before.index());
    before = node.is(NodeKind::Extension) ? node : Node();
  }

  void finish(CheckContext &ctx) override {
    for (const Reference &reference : ctx.document().references().all()) {
      if (reference.defines || !reference.name.empty() || !reference.node.is(NodeKind::Extension) ||
          enclosingReference(reference.node) ||
          std::ranges::binary_search(closedEarly, reference.node.index()) ||
          findAttribute(reference.node.firstChild(), "details"))
        continue;
      if (reference.selfClosing)
        ctx.report(reference.tag, "no-name");
      else
        ctx.report(reference.node.span(), "empty");
    }
  }

private:
  Node before;                       ///< the last `<ref>`, if no stray end has come behind it
  std::vector<uint32_t> closedEarly; ///< by a slash too many; in order
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(empty_ref, EmptyRef)
