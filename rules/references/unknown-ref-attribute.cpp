// SPDX-License-Identifier: MIT
#include "lint/model/RefAttributes.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"
#include "lint/support/Suggest.h"

#include <algorithm>
#include <vector>

namespace wikivet {
namespace {

/// Reports attributes that `<ref>` does not have. If the quotes of another are wrong, they may be
/// part of its value; see ref-name-quotes.
class UnknownRefAttribute final : public Check {
public:
  explicit UnknownRefAttribute(const Options &options) : others(options.stringList("others")) {}

  KindSet interests() const override { return {NodeKind::Extension}; }

  void visit(Node node, CheckContext &ctx) override {
    if (tagName(node) != "ref")
      return;
    std::vector<RefAttribute> attributes = readRefAttributes(node.firstChild());
    if (std::ranges::any_of(attributes, &RefAttribute::isMisquoted))
      return;
    for (const RefAttribute &attribute : attributes) {
      if (isRefAttribute(attribute.name) || others.contains(attribute.name))
        continue;
      ctx.report(attribute.span, "unknown")
          .arg("name", attribute.name)
          .arg("guess", didYouMean(attribute.name, refAttributeNames()));
      return;
    }
  }

private:
  const StringList &others;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unknown_ref_attribute, UnknownRefAttribute)
