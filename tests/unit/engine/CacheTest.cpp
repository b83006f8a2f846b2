// SPDX-License-Identifier: MIT
#include "lint/engine/Cache.h"

#include "lint/engine/Linter.h"
#include "tests/harness/Program.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

namespace wikivet {
namespace {

namespace fs = std::filesystem;

class CacheTest : public testing::Test {
protected:
  size_t entries() const {
    size_t count = 0;
    for (const auto &entry : fs::recursive_directory_iterator(folder.path))
      count += entry.is_regular_file() && entry.path().filename() != "CACHEDIR.TAG";
    return count;
  }

  tests::Folder folder;
  Registry registry = Registry::builtin();
  Ruleset recommended = Ruleset::of(registry, {"recommended"});
  Ruleset all = Ruleset::of(registry, {"all"});
  const std::string text = "One</br>two \xFF <ref name=\"a\">x</ref><ref name=\"a\">y</ref>\n" +
                           std::string(3000, 'x') + "\n";
};

TEST_F(CacheTest, GivesWhatLintingGives) {
  Cache cache(folder.path, "1");
  Source page("a.wiki", text);
  std::vector<Diagnostic> expected = lint(page, recommended);
  ASSERT_GE(expected.size(), 2U);
  EXPECT_EQ(cache.lint(page, recommended), expected);
  EXPECT_EQ(entries(), 1U);
  EXPECT_EQ(cache.lint(page, recommended), expected) << "from the cache";
  EXPECT_EQ(Cache(folder.path, "1").lint(page, recommended), expected) << "by another run";
  EXPECT_EQ(entries(), 1U);
}

TEST_F(CacheTest, KnowsWhatFindingsDependOn) {
  Source page("a.wiki", text);
  Cache cache(folder.path, "1");
  cache.lint(page, recommended);
  cache.lint(page, all);
  cache.lint(Source("b.wiki", text), recommended);
  cache.lint(Source("a.wiki", text + "."), recommended);
  cache.lint(Source("a.wiki", text, "", "dewiki"), recommended);
  Cache(folder.path, "2").lint(page, recommended);
  EXPECT_EQ(entries(), 6U);
  cache.lint(Source("c.wiki", "short"), recommended);
  cache.lint(Source("c.wiki", text, "Title"), recommended);
  EXPECT_EQ(entries(), 6U) << "short pages and those of exports are not kept";
}

TEST_F(CacheTest, SurvivesBrokenEntries) {
  Source page("a.wiki", text);
  Cache cache(folder.path, "1");
  std::vector<Diagnostic> expected = cache.lint(page, recommended);
  for (const auto &entry : fs::recursive_directory_iterator(folder.path)) {
    if (!entry.is_regular_file())
      continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::string good(std::istreambuf_iterator<char>(stream), {});
    for (size_t size = 0; size < good.size(); ++size) {
      std::ofstream(entry.path(), std::ios::binary) << good.substr(0, size);
      EXPECT_EQ(cache.lint(page, recommended), expected) << size;
    }
    std::ofstream(entry.path(), std::ios::binary) << "[1]";
    EXPECT_EQ(cache.lint(page, recommended), expected);
  }
  Cache nowhere("/proc/no/such/folder", "1");
  EXPECT_EQ(nowhere.lint(page, recommended), expected);
}

TEST_F(CacheTest, IsSharedByThreadsAndRuns) {
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&] {
      Cache own(folder.path, "1");
      for (int i = 0; i < 20; ++i) {
        Source page(fmt::format("{}.wiki", i), text);
        EXPECT_EQ(own.lint(page, recommended), lint(page, recommended));
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  EXPECT_EQ(entries(), 20U);
}

TEST_F(CacheTest, RemovesItselfAlone) {
  fs::path own = folder.path / "cache";
  EXPECT_EQ(Cache::remove(own).value_or(1), 0U) << "there is none";
  Cache(own, "1").lint(Source("a.wiki", text), recommended);
  folder.write("cache/letter.txt", "mine");
  EXPECT_EQ(Cache::remove(own).value_or(0), 1U);
  EXPECT_EQ(folder.read("cache/letter.txt"), "mine");
  EXPECT_FALSE(Cache::remove(own)) << "nothing says that this is a cache";
  fs::remove(own / "letter.txt");
  Cache(own, "1").lint(Source("a.wiki", text), recommended);
  EXPECT_TRUE(Cache::remove(own));
  EXPECT_FALSE(fs::exists(own));
}

} // namespace
} // namespace wikivet
