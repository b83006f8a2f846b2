// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"

namespace wikivet {
namespace {

/// Reports `<ref>` tags in the body of another; one report for each outer reference.
class NestedRef final : public Check {
public:
  KindSet interests() const override { return {NodeKind::Extension, NodeKind::UnclosedExtension}; }

  void visit(Node node, CheckContext &ctx) override {
    if (tagName(node) != "ref")
      return;
    Node outer = enclosingReference(node);
    if (!outer || outer == lastOuter)
      return;
    lastOuter = outer;
    ctx.report(node.is(NodeKind::Extension) ? node.firstChild().span() : node.span(), "nested")
        .related(outer.firstChild().span(), "outer");
  }

private:
  Node lastOuter;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(nested_ref, NestedRef)
