// SPDX-License-Identifier: MIT
#include "lint/rule/Check.h"

#include <algorithm>

namespace wikivet {
namespace {

/// Reports names in suppressions that silenced nothing.
class UnusedSuppression final : public Check {
public:
  void review(std::span<const Suppression> suppressions, CheckContext &ctx) override {
    for (const Suppression &suppression : suppressions) {
      if (suppression.names.empty())
        ctx.report(suppression.comment, "nothing")
            .fix("remove the comment", true, {{.span = suppression.removal, .text = {}}});
      auto isIdle = [](const Suppression::Name &name) {
        return !name.used && (name.rules.empty() || name.running);
      };
      bool allIdle = std::ranges::all_of(suppression.names, isIdle);
      for (const Suppression::Name &name : suppression.names) {
        if (!isIdle(name))
          continue;
        Finding finding = ctx.report(name.span, name.rules.empty() ? "unknown" : "unused");
        finding.arg("name", name.text);
        if (allIdle)
          finding.fix("remove the comment", true, {{.span = suppression.removal, .text = {}}});
      }
    }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unused_suppression, UnusedSuppression)
