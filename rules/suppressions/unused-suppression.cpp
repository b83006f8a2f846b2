// SPDX-License-Identifier: MIT
#include "lint/rule/Check.h"

#include <algorithm>

namespace wikivet {
namespace {

/// Reports comments that silence nothing, and those that don't say what they are meant to.
class UnusedSuppression final : public Check {
public:
  void review(std::span<const Suppression> suppressions, CheckContext &ctx) override {
    for (const Suppression &suppression : suppressions) {
      reportFault(suppression, ctx);
      reportNames(suppression, ctx);
    }
  }

private:
  static void reportFault(const Suppression &suppression, CheckContext &ctx) {
    switch (suppression.fault) {
    case Suppression::Fault::None:
      break;
    case Suppression::Fault::NoEnd:
      ctx.report(suppression.comment, "no-end");
      break;
    case Suppression::Fault::NoStart:
      ctx.report(suppression.comment, "no-start");
      break;
    case Suppression::Fault::UnknownWord:
      ctx.report(suppression.comment,
                 suppression.suggestion.empty() ? "unknown-word" : "misspelt-word")
          .arg("word", suppression.word)
          .arg("suggestion", suppression.suggestion);
      break;
    }
  }

  static void reportNames(const Suppression &suppression, CheckContext &ctx) {
    bool canBeObeyed = suppression.fault == Suppression::Fault::None ||
                       suppression.fault == Suppression::Fault::NoEnd;
    if (suppression.names.empty() && canBeObeyed)
      ctx.report(suppression.comment, "nothing");
    auto isIdle = [](const Suppression::Name &name) {
      return !name.used && !name.rules.empty() && name.running;
    };
    // Other names may still be needed, and unknown ones are to be corrected.
    bool allIdle = std::ranges::all_of(suppression.names, isIdle);
    for (const Suppression::Name &name : suppression.names) {
      if (name.rules.empty())
        ctx.report(name.span, name.suggestion.empty() ? "unknown" : "misspelt")
            .arg("name", name.text)
            .arg("suggestion", name.suggestion);
      if (!isIdle(name))
        continue;
      Finding finding = ctx.report(name.span, "unused");
      finding.arg("name", name.text);
      if (allIdle)
        finding.fix("remove the comment", true, removalOf(suppression));
    }
  }

  static std::vector<Edit> removalOf(const Suppression &suppression) {
    std::vector<Edit> edits;
    edits.reserve(suppression.removals.size());
    for (Span span : suppression.removals)
      edits.push_back({.span = span, .text = {}});
    return edits;
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unused_suppression, UnusedSuppression)
