// SPDX-License-Identifier: MIT
//
// Rules see only nodes that hold the words which they need, and on long pages run on several
// threads: neither may change what is found.
#include "lint/engine/Linter.h"

#include "lint/config/Wikis.h"
#include "lint/input/PageStream.h"
#include "lint/rule/Pattern.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace wikivet {
namespace {

/// Real pages, each `step`th, or the samples where there are none.
std::vector<std::unique_ptr<Source>> somePages(size_t step) {
  std::filesystem::path root = WIKIVET_SOURCE_DIR;
  std::filesystem::path folder = root / "../shared/corpus/dev";
  std::vector<std::string> paths;
  std::vector<Error> errors;
  if (std::filesystem::exists(folder))
    paths = expandPaths({folder.string()}, errors);
  std::vector<std::unique_ptr<Source>> pages;
  for (const std::string &path :
       expandPaths({(root / "tests/samples").string(), (root / "tests/rules").string()}, errors))
    pages.push_back(PageStream::open(path).value()->next());
  for (size_t i = 0; i < paths.size(); i += step)
    pages.push_back(PageStream::open(paths[i]).value()->next());
  return pages;
}

TEST(Linter, ARuleNeedsOneOfItsWordsInEveryNodeThatFits) {
  Registry registry = Registry::builtin();
  std::shared_ptr<const Wiki> wiki = anyWiki();
  size_t withWords = 0, fits = 0;
  for (const auto &page : somePages(40)) {
    Document document(*page, *wiki);
    const Tree &tree = document.tree();
    for (const RegisteredRule &rule : registry.rules()) {
      const Pattern *pattern = rule.spec.pattern.get();
      if (!pattern || pattern->words.empty())
        continue;
      ++withWords;
      for (uint32_t i = 0; i < tree.size(); ++i)
        for (const auto &[name, matcher] : pattern->matchers) {
          Bindings bindings;
          if (!pattern->kinds.contains(tree.node(i).kind()) ||
              (pattern->regex && !pattern->regex->contains(tree.node(i).text())) ||
              !matcher->matches(tree.node(i), document, bindings))
            continue;
          ++fits;
          std::string text = TextIndex::folded(tree.node(i).text());
          EXPECT_TRUE(std::ranges::any_of(
              pattern->words, [&](std::string_view word) { return text.contains(word); }))
              << rule.spec.name << " in " << page->path() << ": " << text;
        }
    }
  }
  EXPECT_GT(withWords, 100U);
  EXPECT_GT(fits, 100U);
}

TEST(Linter, FindsTheSameOnSeveralThreads) {
  Registry registry = Registry::builtin();
  Ruleset ruleset = Ruleset::of(registry, {"all"});
  std::string text;
  for (const auto &page : somePages(40))
    text += std::string(page->text()) + "\n";
  ASSERT_GT(text.size(), 150'000U);
  Source page("long.wiki", text);
  // When the time of each rule is taken, all run on one thread.
  RuleStatistics statistics;
  std::vector<Diagnostic> onOne = lint(page, ruleset, &statistics);
  EXPECT_GT(onOne.size(), 100U);
  EXPECT_TRUE(lint(page, ruleset) == onOne);
}

} // namespace
} // namespace wikivet
