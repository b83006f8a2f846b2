// SPDX-License-Identifier: MIT
#include "lint/model/RefAttributes.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"

#include <fmt/format.h>

namespace wikivet {
namespace {

/// Reports names and groups of references with signs in them for which HTML asks quotes.
class UnquotedRefName final : public Check {
public:
  KindSet interests() const override { return {NodeKind::Extension}; }

  void visit(Node node, CheckContext &ctx) override {
    if (tagName(node) != "ref")
      return;
    for (const RefAttribute &attribute : readRefAttributes(node.firstChild()))
      if (attribute.quotes == RefAttribute::Quotes::Needed && isRefAttribute(attribute.name) &&
          attribute.meant.find_first_of("\"<>") == std::string_view::npos &&
          !isRefAttribute(attribute.meant.substr(0, attribute.meant.find('=')))) {
        Finding finding = ctx.report(attribute.value, "found");
        finding.arg("name", attribute.name).arg("meant", attribute.meant);
        finding.fix("put it in quotes", true,
                    {{.span = attribute.value, .text = fmt::format("\"{}\"", attribute.meant)}});
      }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unquoted_ref_name, UnquotedRefName)
