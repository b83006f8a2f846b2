// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/rule/Check.h"

#include <set>
#include <string>
#include <vector>

namespace wikivet {
namespace {

/// Reports references that stand in the list and are cited from nowhere. One that is cited in
/// another group is reported by undefined-ref-name.
class UnusedListRef final : public Check {
public:
  KindSet interests() const override {
    return {NodeKind::UnclosedExtension, NodeKind::UnclosedTemplate};
  }

  void visit(Node /*node*/, CheckContext & /*ctx*/) override { isBroken = true; }

  void finish(CheckContext &ctx) override {
    if (isBroken) // it may hide a reference
      return;
    const References &references = ctx.document().references();
    std::vector<const Reference *> listed;
    std::set<std::string, std::less<>> used;
    for (const Reference &reference : references.all()) {
      if (!reference.nameIsKnown)
        return; // some template makes up names here
      if (reference.holdsReference)
        return;
      if (!reference.isListed)
        used.insert(reference.name);
      else if (reference.defines && !reference.name.empty())
        listed.push_back(&reference);
    }
    for (const Reference *reference : listed)
      if (!used.contains(reference->name) && !references.isNamedByTemplate(reference->name))
        ctx.report(reference->tag, "unused").arg("name", reference->name);
  }

private:
  bool isBroken = false;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unused_list_ref, UnusedListRef)
