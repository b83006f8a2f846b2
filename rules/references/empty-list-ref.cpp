// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/rule/Check.h"

#include <set>
#include <string>

namespace wikivet {
namespace {

/// Reports references in the list that say nothing though the name has a text elsewhere. If it has
/// none, undefined-ref-name reports it.
class EmptyListRef final : public Check {
public:
  void finish(CheckContext &ctx) override {
    std::set<std::string> defined;
    for (const Reference &reference : ctx.document().references().all())
      if (reference.defines)
        defined.insert(reference.name);
    for (const Reference &reference : ctx.document().references().all())
      if (!reference.defines && !reference.name.empty() && defined.contains(reference.name) &&
          reference.isListed)
        ctx.report(reference.node.span(), "empty").arg("name", reference.name);
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(empty_list_ref, EmptyListRef)
