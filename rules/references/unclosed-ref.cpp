// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"

namespace wikivet {
namespace {

/// Reports start tags of references without end tag, except those inside another reference.
class UnclosedRef final : public Check {
public:
  KindSet interests() const override { return {NodeKind::UnclosedExtension}; }

  void visit(Node node, CheckContext &ctx) override {
    if (tagName(node) == "ref" && !enclosingReference(node))
      ctx.report(node.span(), "unclosed");
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unclosed_ref, UnclosedRef)
