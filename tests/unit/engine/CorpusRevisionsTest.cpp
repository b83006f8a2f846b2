// SPDX-License-Identifier: MIT
//
// What holds of the comparison of every two revisions of a real page.
#include "lint/engine/Comparison.h"
#include "lint/engine/Linter.h"
#include "lint/input/Export.h"
#include "lint/input/PageStream.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace wikivet {
namespace {

namespace fs = std::filesystem;

class CorpusRevisions : public testing::Test {
protected:
  void compare(const Source &before, const Source &after, const std::string &name) {
    std::vector<Diagnostic> old = lint(before, ruleset), now = lint(after, ruleset);
    FindingChanges changes = compareFindings(before, old, after, now);
    EXPECT_EQ(changes.introduced.size() + changes.persisting.size(), now.size()) << name;
    EXPECT_EQ(changes.fixed.size() + changes.persisting.size(), old.size()) << name;
    // Undoing the edit mends what it broke.
    FindingChanges undone = compareFindings(after, now, before, old);
    EXPECT_EQ(undone.fixed.size(), changes.introduced.size()) << name;
    // What a rule said before and says again of the same text is not new.
    for (const Diagnostic &finding : changes.introduced)
      EXPECT_TRUE(std::ranges::none_of(changes.fixed, [&](const Diagnostic &gone) {
        return gone.rule == finding.rule && gone.fingerprint == finding.fingerprint;
      })) << name;
    ++pairs;
    persisting += changes.persisting.size();
    introduced += changes.introduced.size();
    fixed += changes.fixed.size();
    FindingChanges near = changes;
    keepChangedLines(before, after, near);
    inChangedLines += near.introduced.size();
    if (getenv("WIKIVET_LIST_CHANGES"))
      for (auto [sign, source, findings] :
           {std::tuple('+', &after, &changes.introduced), std::tuple('-', &before, &changes.fixed)})
        for (const Diagnostic &finding : *findings)
          fmt::print("{} {} {}: {} [{}]\n", sign, name,
                     source->lines().position(finding.span.begin).line, finding.message,
                     finding.rule);
  }

  void report() const {
    fmt::print("{} pairs: {} introduced ({} in changed lines), {} fixed, {} persisting\n", pairs,
               introduced, inChangedLines, fixed, persisting);
    EXPECT_GT(pairs, 0U);
  }

  void compareHistory(const std::string &path) {
    auto revisions = openRevisions(path);
    ASSERT_TRUE(revisions);
    std::optional<Revision> before;
    while (std::optional<Revision> after = (*revisions)->next()) {
      if (before && before->page->title() == after->page->title())
        compare(*before->page, *after->page, fmt::format("{}#{}", path, after->id));
      before = std::move(after);
    }
    // Some of the exports are cut off.
    if (const std::optional<Error> &error = (*revisions)->error())
      fmt::print("{}\n", error->message);
  }

  const fs::path corpus = fs::path(WIKIVET_SOURCE_DIR) / "../shared/corpus";
  Registry registry = Registry::builtin();
  Ruleset ruleset = Ruleset::of(registry, {"recommended"});
  size_t pairs = 0, introduced = 0, inChangedLines = 0, fixed = 0, persisting = 0;
};

TEST_F(CorpusRevisions, OfRealEdits) {
  if (!fs::exists(corpus / "revisions"))
    GTEST_SKIP() << "there is no ../shared/corpus/revisions here";
  for (const auto &entry : fs::directory_iterator(corpus / "revisions")) {
    std::string path = entry.path().string();
    if (!path.ends_with(".old.wiki"))
      continue;
    std::string name = path.substr(0, path.size() - std::string(".old.wiki").size());
    auto before = PageStream::open(path), after = PageStream::open(name + ".new.wiki");
    ASSERT_TRUE(before && after) << name;
    std::unique_ptr<Source> old = (*before)->next(), now = (*after)->next();
    // The same page, whatever the files are called.
    compare(Source("a.wiki", std::string(old->text())), Source("a.wiki", std::string(now->text())),
            entry.path().filename());
  }
  report();
}

TEST_F(CorpusRevisions, OfHistories) {
  if (!fs::exists(corpus / "dumps"))
    GTEST_SKIP() << "there is no ../shared/corpus/dumps here";
  for (const auto &entry : fs::directory_iterator(corpus / "dumps"))
    compareHistory(entry.path().string());
  report();
}

} // namespace
} // namespace wikivet
