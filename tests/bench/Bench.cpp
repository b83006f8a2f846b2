// SPDX-License-Identifier: MIT
//
// Speed over real articles, or over the samples where there are none, and over inputs made to be
// hard.
#include "lint/engine/Linter.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace wikivet {
namespace {

std::vector<std::unique_ptr<Source>> loadPages() {
  std::filesystem::path folder = WIKIVET_SOURCE_DIR "/../shared/corpus/dev";
  if (!std::filesystem::exists(folder))
    folder = WIKIVET_SOURCE_DIR "/tests/samples";
  std::vector<std::unique_ptr<Source>> pages;
  for (const auto &entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    pages.push_back(std::make_unique<Source>(entry.path().string(), text.str()));
  }
  return pages;
}

const std::vector<std::unique_ptr<Source>> &pages() {
  static const std::vector<std::unique_ptr<Source>> loaded = loadPages();
  return loaded;
}

template <typename Work> void overPages(benchmark::State &state, Work work) {
  int64_t bytes = 0;
  for (auto _ : state)
    for (const auto &page : pages()) {
      work(*page);
      bytes += static_cast<int64_t>(page->text().size());
    }
  state.SetBytesProcessed(bytes);
}

void parse(benchmark::State &state) {
  overPages(state, [](const Source &page) { benchmark::DoNotOptimize(Tree::parse(page).size()); });
}
BENCHMARK(parse)->Unit(benchmark::kMillisecond);

/// What tree-sitter's runtime costs by itself: flat text whose leaves have so many bytes on
/// average. Those of real articles have 8.5.
void parseLeaves(benchmark::State &state) {
  std::string piece = "&amp;" + std::string(2 * static_cast<size_t>(state.range(0)) - 5, 'a');
  std::string text;
  while (text.size() < 100'000)
    text += piece;
  Source page("leaves.wiki", text);
  int64_t bytes = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Tree::parse(page).size());
    bytes += static_cast<int64_t>(page.text().size());
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(parseLeaves)->Arg(9)->Arg(18)->Arg(40)->Arg(400)->Unit(benchmark::kMillisecond);

void parseAndLint(benchmark::State &state) {
  static const Registry registry = Registry::builtin();
  static const Ruleset ruleset = Ruleset::of(registry, {"recommended"});
  overPages(state,
            [](const Source &page) { benchmark::DoNotOptimize(lint(page, ruleset).size()); });
}
BENCHMARK(parseAndLint)->Unit(benchmark::kMillisecond);

/// So many rules without code: the built-in ones, and copies of them under other names.
Registry registryOf(size_t count) {
  Registry registry = Registry::builtin();
  std::vector<std::string> names;
  for (const RegisteredRule &rule : registry.rules())
    if (rule.spec.pattern)
      names.push_back(rule.spec.name);
  std::vector<Diagnostic> errors;
  for (size_t i = 0; i < count; ++i) {
    std::string name = "copy-" + std::to_string(i);
    registry.add(Source(name + ".yaml", "name: " + name + "\nextends: " + names[i % names.size()] +
                                            "\ntags: [copy]\n"),
                 "copies", errors);
  }
  return registry;
}

/// Many rules must cost little more than few.
void lintWithRules(benchmark::State &state) {
  Registry registry = registryOf(static_cast<size_t>(state.range(0)));
  Ruleset ruleset = Ruleset::of(registry, {"copy"});
  state.counters["rules"] = static_cast<double>(ruleset.rules().size());
  overPages(state,
            [&](const Source &page) { benchmark::DoNotOptimize(lint(page, ruleset).size()); });
}
BENCHMARK(lintWithRules)->Arg(20)->Arg(200)->Unit(benchmark::kMillisecond);

/// Repeats a piece up to a size: bytes per second must not fall as the size grows.
void adversarial(benchmark::State &state, const std::string &piece) {
  std::string text;
  while (text.size() < static_cast<size_t>(state.range(0)))
    text += piece;
  Source source("adversarial", text);
  for (auto _ : state)
    benchmark::DoNotOptimize(Tree::parse(source).size());
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

const bool registered = [] {
  for (const char *piece :
       {"[[", "{{a|", "<ref name=\"", "{|\n|", "'''''", "-{", "<b><i></b></i>", "<!--",
        "[http://a ", "<b>", "</b>", "* <b>\n", "{{{{{a}}", "[[a|", "<ref>", "\n==", "<nowiki>"})
    benchmark::RegisterBenchmark(fmt::format("adversarial/{}", piece).c_str(),
                                 [piece](benchmark::State &state) { adversarial(state, piece); })
        ->Arg(1 << 16)
        ->Arg(1 << 20)
        ->Unit(benchmark::kMillisecond);
  return true;
}();

} // namespace
} // namespace wikivet

BENCHMARK_MAIN();
