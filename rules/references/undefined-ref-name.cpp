// SPDX-License-Identifier: MIT
#include "lint/model/References.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace wikivet {
namespace {

std::string describeGroup(const std::string &group) {
  return group.empty() ? "the default group" : fmt::format("group '{}'", group);
}

/// Looks up each reused name among the names that the page defines.
class UndefinedRefName final : public Check {
public:
  explicit UndefinedRefName(const Options &options) : ignored(options.regex("ignored-names")) {}

  void finish(CheckContext &ctx) override {
    using Key = std::pair<std::string, std::string>; // name, group
    const References &references = ctx.document().references();
    std::map<Key, const Reference *> defined;
    for (const Reference &reference : references.all()) {
      if (!reference.defines || reference.name.empty())
        continue;
      if (!reference.nameIsKnown)
        return; // some template makes up names here
      defined.try_emplace({reference.name, reference.group}, &reference);
    }
    std::set<Key> reported;
    for (const Reference &reference : references.all()) {
      Key key{reference.name, reference.group};
      if (reference.defines || reference.name.empty() || !reference.nameIsKnown ||
          defined.contains(key) || references.isNamedByTemplate(reference.name) ||
          ignored.contains(reference.name) || !reported.insert(key).second)
        continue;
      auto other = defined.lower_bound({reference.name, ""});
      if (other == defined.end() || other->first.first != reference.name) {
        ctx.report(reference.tag, "undefined").arg("name", reference.name);
        continue;
      }
      ctx.report(reference.tag, "other-group")
          .arg("name", reference.name)
          .arg("where", describeGroup(other->first.second))
          .arg("here", describeGroup(reference.group))
          .related(other->second->tag, "other");
    }
  }

private:
  const Regex &ignored;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(undefined_ref_name, UndefinedRefName)
