// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/rule/Check.h"

namespace wikivet {
namespace {

/// Reports references that neither say something nor name what they repeat. Those inside another
/// are reported by nested-ref.
class EmptyRef final : public Check {
public:
  explicit EmptyRef(const Options & /*options*/) {}

  KindSet interests() const override { return {}; }

  void finish(CheckContext &ctx) override {
    for (const Reference &reference : ctx.document().references().all()) {
      if (reference.defines || !reference.name.empty() || !reference.node.is(NodeKind::Extension) ||
          enclosingReference(reference.node))
        continue;
      if (reference.selfClosing)
        ctx.report(reference.tag, "no-name");
      else
        ctx.report(reference.node.span(), "empty");
    }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(empty_ref, EmptyRef)
