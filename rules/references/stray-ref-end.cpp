// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"

#include <string_view>

namespace wikivet {
namespace {

/// Reports each `</ref>` that ends no reference.
class StrayRefEnd final : public Check {
public:
  KindSet interests() const override {
    return {NodeKind::Extension, NodeKind::UnclosedExtension, NodeKind::StrayEndTag};
  }

  void visit(Node node, CheckContext &ctx) override {
    if (tagName(node) != "ref")
      return;
    if (!node.is(NodeKind::StrayEndTag)) {
      before = node;
      return;
    }
    Node last = before;
    before = {};
    // A broken end tag: what it should have ended is reported by unclosed-ref or nested-ref.
    if (last.is(NodeKind::UnclosedExtension))
      return;
    if (Node outer = enclosingReference(node)) {
      const Reference *reference = ctx.document().references().at(outer);
      if (!reference || !reference->holdsReference)
        ctx.report(node.span(), "broken");
    } else if (last && isTextOfSelfClosed(last, node)) {
      ctx.report(last.firstChild().span(), "self-closed")
          .arg("tag", last.firstChild().text())
          .related(node.span(), "end");
    } else if (!last || !isRightBehind(last, node)) {
      ctx.report(node.span(), "stray");
    }
  }

private:
  /// See doubled-ref-end.
  static bool isRightBehind(Node last, Node end) {
    std::string_view between = end.tree().sourceText().substr(last.end(), end.begin() - last.end());
    return between.find_first_not_of(" \t") == std::string_view::npos;
  }

  Node before; ///< the last `<ref>`, if no stray end has come behind it
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(stray_ref_end, StrayRefEnd)
