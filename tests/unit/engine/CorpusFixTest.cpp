// SPDX-License-Identifier: MIT
//
// What holds of the fixes on real pages: on each eighth, or on all if WIKIVET_ALL_PAGES is set.
#include "lint/engine/Fixes.h"
#include "lint/engine/Linter.h"
#include "lint/input/PageStream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace wikivet {
namespace {

TEST(CorpusFixes, AreIdempotentExactAndMakeNothingNew) {
  std::filesystem::path folder = std::filesystem::path(WIKIVET_SOURCE_DIR) / "../shared/corpus/dev";
  if (!std::filesystem::exists(folder))
    GTEST_SKIP() << "there is no ../shared/corpus/dev here";
  Registry registry = Registry::builtin();
  Ruleset ruleset = Ruleset::of(registry, {"all"});
  const FixOptions options{.unsafe = true, .cosmetic = true};
  uint32_t changed = 0, fixes = 0;
  std::vector<Error> errors;
  const size_t step = std::getenv("WIKIVET_ALL_PAGES") ? 1 : 8;
  std::vector<std::string> paths = expandPaths({folder.string()}, errors);
  for (size_t i = 0; i < paths.size(); i += step) {
    const std::string &path = paths[i];
    auto stream = PageStream::open(path);
    ASSERT_TRUE(stream);
    std::unique_ptr<Source> page = (*stream)->next();
    std::vector<Diagnostic> before = lint(*page, ruleset);
    FixResult result = applyFixes(*page, ruleset, options);
    EXPECT_EQ(result.refusedBecauseOf, std::vector<std::string>{}) << path;
    if (result.text == page->text())
      continue;
    ++changed;
    for (const auto &[rule, count] : result.applied)
      fixes += count;
    Source fixed(path, result.text);
    EXPECT_EQ(applyFixes(fixed, ruleset, options).text, result.text)
        << path << " is not done at once";
    // No rule reports more than before, but for what a fix brings to light.
    for (const RegisteredRule &rule : registry.rules()) {
      // Which form has the majority may change with what is written, and what a rule counts that
      // is off by itself, as how often a reference is used.
      if (rule.spec.cosmetic || rule.spec.severity == Severity::Off)
        continue;
      auto ofRule = [&](const Diagnostic &diagnostic) { return diagnostic.rule == rule.spec.name; };
      EXPECT_LE(std::ranges::count_if(result.remaining, ofRule),
                std::ranges::count_if(before, ofRule))
          << path << " " << rule.spec.name;
    }
    // Outside the edits every byte is as it was: what is left of the page is in it, in order.
    std::string_view old = page->text();
    size_t prefix = 0, suffix = 0;
    while (prefix < std::min(old.size(), result.text.size()) && old[prefix] == result.text[prefix])
      ++prefix;
    while (suffix < std::min(old.size(), result.text.size()) - prefix &&
           old[old.size() - 1 - suffix] == result.text[result.text.size() - 1 - suffix])
      ++suffix;
    // A fix may make one possible for another finding.
    uint32_t first = UINT32_MAX;
    for (const Diagnostic &diagnostic : before)
      if (registry.rule(diagnostic.rule)->spec.fix != FixSafety::None) {
        first = std::min(first, diagnostic.span.begin);
        for (const Fix &fix : diagnostic.fixes)
          first = std::min(first, fix.edits.at(0).span.begin);
      }
    EXPECT_GE(prefix, first) << path;
  }
  EXPECT_GT(changed, 10U);
  RecordProperty("pages", static_cast<int>(changed));
  RecordProperty("fixes", static_cast<int>(fixes));
}

} // namespace
} // namespace wikivet
