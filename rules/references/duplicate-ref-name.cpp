// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <map>

namespace wikivet {
namespace {

/// Compares each definition of a name with the first one of its group.
class DuplicateRefName final : public Check {
public:
  void finish(CheckContext &ctx) override {
    std::map<std::pair<std::string, std::string>, const Reference *> first;
    for (const Reference &reference : ctx.document().references().all()) {
      if (reference.name.empty() || !reference.nameIsKnown || !reference.defines ||
          reference.holdsReference) // see nested-ref
        continue;
      auto [entry, isNew] = first.try_emplace({reference.group, reference.name}, &reference);
      if (isNew || body(ctx, *entry->second) == body(ctx, reference))
        continue;
      ctx.report(reference.tag, "conflict")
          .arg("name", reference.name)
          .related(entry->second->tag, "first");
    }
  }

private:
  static std::string body(const CheckContext &ctx, const Reference &reference) {
    return collapseSpaces(ctx.document().source().text(reference.body));
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(duplicate_ref_name, DuplicateRefName)
