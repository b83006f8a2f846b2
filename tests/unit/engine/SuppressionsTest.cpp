// SPDX-License-Identifier: MIT
#include "lint/engine/Linter.h"

#include <gtest/gtest.h>

namespace wikivet {
namespace {

/// Lines with a finding of br-end-tag that nothing silences.
std::vector<uint32_t> linesLeft(const std::string &page) {
  static const Registry registry = Registry::builtin();
  Source source("page", page);
  std::vector<uint32_t> lines;
  for (const Diagnostic &diagnostic : lint(source, Ruleset::of(registry, {"br-end-tag"})))
    lines.push_back(source.lines().position(diagnostic.span.begin).line);
  return lines;
}

using Lines = std::vector<uint32_t>;

TEST(Suppressions, NextLine) {
  EXPECT_EQ(linesLeft("<!-- wikivet-ignore br-end-tag: why -->\na</br>\nb</br>"), Lines{3});
  EXPECT_EQ(linesLeft("<!-- wikivet-ignore empty-ref -->\na</br>"), Lines{2});
  EXPECT_EQ(linesLeft("<!-- wikivet-ignore empty-ref, br-end-tag -->\na</br>"), Lines{});
  EXPECT_EQ(linesLeft("<!-- wikivet-ignore checkwiki-2 -->\na</br>"), Lines{});
  EXPECT_EQ(linesLeft("<!-- wikivet-ignore markup -->\na</br>"), Lines{});
}

TEST(Suppressions, NextElementOfManyLines) {
  EXPECT_EQ(linesLeft("<!-- wikivet-ignore br-end-tag -->\n{|\n|a</br>\n|}\nb</br>"), Lines{5});
  EXPECT_EQ(linesLeft("x <!-- wikivet-ignore br-end-tag --> {{a|b</br>\nc</br>}} d</br>"),
            Lines{2});
}

TEST(Suppressions, Line) {
  EXPECT_EQ(linesLeft("a</br> <!-- wikivet-ignore-line br-end-tag -->\nb</br>"), Lines{2});
}

TEST(Suppressions, Range) {
  EXPECT_EQ(linesLeft("a</br>\n<!-- wikivet-ignore-start br-end-tag -->\nb</br>\n"
                      "<!-- wikivet-ignore-end -->\nc</br>"),
            (Lines{1, 5}));
  EXPECT_EQ(linesLeft("a</br>\n<!-- wikivet-ignore-start br-end-tag -->\nb</br>"), Lines{1});
}

TEST(Suppressions, Page) {
  EXPECT_EQ(linesLeft("a</br>\n\n<!-- wikivet-ignore-page br-end-tag -->"), Lines{});
}

TEST(Suppressions, OnlyInWikitext) {
  EXPECT_EQ(linesLeft("<nowiki><!-- wikivet-ignore-page br-end-tag --></nowiki>a</br>"), Lines{1});
  EXPECT_EQ(linesLeft("<pre><!-- wikivet-ignore-page br-end-tag --></pre>a</br>"), Lines{1});
  EXPECT_EQ(linesLeft("a</br><!-- wikivet-ignored br-end-tag -->"), Lines{1});
}

TEST(Suppressions, UnusedOnesAreReported) {
  static const Registry registry = Registry::builtin();
  auto found = [&](const std::string &page) {
    return lint(Source("page", page), Ruleset::of(registry, {"br-end-tag", "unused-suppression"}))
        .size();
  };
  EXPECT_EQ(found("a</br> <!-- wikivet-ignore-line br-end-tag -->"), 0U);
  EXPECT_EQ(found("a <!-- wikivet-ignore-line br-end-tag -->"), 1U);
  EXPECT_EQ(found("a <!-- wikivet-ignore-line empty-ref -->"), 0U) << "this rule does not run";
}

} // namespace
} // namespace wikivet
