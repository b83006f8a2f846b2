// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

namespace wikivet {
namespace {

/// Reports tags that have no effect. One that was meant for an unclosed element before it has the
/// same cause as that fault, which is reported.
class StrippedTag final : public HtmlFaultCheck<HtmlFaultKind::StrippedTag> {
public:
  explicit StrippedTag(const Options &options)
      : HtmlFaultCheck(options), reportsPaired(options.boolean("of-unclosed")) {}

private:
  bool isExcused(const HtmlFault &fault, const Document & /*document*/) const override {
    return fault.other != html::noNode && !reportsPaired;
  }

  bool reportsPaired;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(stripped_tag, StrippedTag)
