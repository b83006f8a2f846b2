// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/rule/Check.h"

#include <map>
#include <string>
#include <utility>

namespace wikivet {
namespace {

/// Reports the first reuse of a name whose text comes later in the page, but not in the list.
class RefUsedBeforeDefinition final : public Check {
public:
  void finish(CheckContext &ctx) override {
    std::map<std::pair<std::string, std::string>, const Reference *> first; // by group and name
    for (const Reference &reference : ctx.document().references().all()) {
      if (reference.name.empty() || !reference.nameIsKnown)
        continue;
      auto [entry, isNew] = first.try_emplace({reference.group, reference.name}, &reference);
      if (isNew || entry->second->defines || !reference.defines || reference.isListed)
        continue;
      ctx.report(entry->second->tag, "early")
          .arg("name", reference.name)
          .related(reference.tag, "text");
      entry->second = &reference;
    }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(ref_used_before_definition, RefUsedBeforeDefinition)
