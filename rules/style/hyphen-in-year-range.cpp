// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/model/Prose.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"

#include <algorithm>

namespace wikivet {
namespace {

/// Reports ranges of years in English texts that are written with a hyphen.
class HyphenInYearRange final : public Check {
public:
  explicit HyphenInYearRange(const Options &options)
      : range(&options.regex("range")), ignored(&options.regex("ignored-sections")) {}

  void finish(CheckContext &ctx) override {
    if (!ctx.document().prose().isIn("en"))
      return;
    for (const Block *block : blocksOutside(ctx.document(), *ignored))
      readBlock(*block, ctx);
  }

private:
  void readBlock(const Block &block, CheckContext &ctx) const {
    for (auto match = range->find(block.text); match;) {
      Span whole = match->front().value_or(Span());
      Span found = match->back().value_or(whole);
      if (!block.isVerbatim(found.begin))
        ctx.report(block.sourceOf(found), "found").arg("range", block.sentence(found));
      match = range->find(block.text, std::max(found.end, whole.begin + 1));
    }
  }

  const Regex *range, *ignored;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(hyphen_in_year_range, HyphenInYearRange)
