// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/HtmlFaults.h"
#include "lint/rule/Check.h"

namespace wikivet {

/// What a message may say of a fault: `tag`, the tag as it stands in the page, shortened and in
/// quotes, or what its apostrophes make; `name`, the element's; `end`, what closes it.
Finding::Arguments htmlFaultArguments(const HtmlFault &fault, const Document &document);

/// Reports the faults of one kind. Where a template may open or close the element, only if the
/// option `beside-templates` says so.
template <HtmlFaultKind kind> class HtmlFaultCheck : public Check {
public:
  explicit HtmlFaultCheck(const Options &options)
      : besideTemplates(options.boolean("beside-templates")) {}

  void finish(CheckContext &ctx) override {
    for (const HtmlFault &fault : ctx.document().htmlFaults().of(kind)) {
      if ((fault.isUncertain && !besideTemplates) || isExcused(fault, ctx.document()))
        continue;
      Finding finding = ctx.report(fault.span, "found");
      for (const auto &[name, value] : htmlFaultArguments(fault, ctx.document()))
        finding.arg(name, value);
      mend(fault, ctx.document(), finding);
    }
  }

protected:
  virtual bool isExcused(const HtmlFault & /*fault*/, const Document & /*document*/) const {
    return false;
  }
  /// Adds a way to mend it, if there is one.
  virtual void mend(const HtmlFault & /*fault*/, const Document & /*document*/,
                    Finding & /*finding*/) const {}

private:
  bool besideTemplates;
};

} // namespace wikivet
