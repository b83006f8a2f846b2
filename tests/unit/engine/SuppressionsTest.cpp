// SPDX-License-Identifier: MIT
#include "lint/engine/Fixes.h"
#include "lint/engine/Linter.h"

#include <gtest/gtest.h>

#include <chrono>

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

/// What `fix` makes of a page, by two rules.
std::string fixed(const std::string &page) {
  static const Registry registry = Registry::builtin();
  return applyFixes(Source("page", page),
                    Ruleset::of(registry, {"br-end-tag", "unused-suppression"}), {})
      .text;
}

TEST(Suppressions, WhatCantBeObeyedIsNotFixed) {
  for (const char *page :
       {"<!-- wikivet-ignore br-endtag: quoted -->\na</br>", "<!-- wikivet-ignore -->\na</br>",
        "<!-- wikivet-ignore our-own-rule, br-endtag -->\na</br>",
        "<!-- wikivet-ignore-nextline br-end-tag -->\na</br>",
        "<!-- Wikivet-Ignore br-end-tag -->\na</br>", "<!-- wikivet-disable br-end-tag -->\na</br>",
        "a</br><!-- wikivet-ignore-lin x -->"})
    EXPECT_EQ(fixed(page), page);
  EXPECT_EQ(fixed("<!-- wikivet-ignore br-endtag -->\na</br>\nb</br>"),
            "<!-- wikivet-ignore br-endtag -->\na</br>\nb<br>");
  EXPECT_EQ(fixed("a <!-- wikivet-ignore-line br-end-tag --> b"), "a  b");
  EXPECT_EQ(fixed("<!-- wikivet-ignore-start br-end-tag -->\na\n<!-- wikivet-ignore-end -->\nb"),
            "a\nb")
      << "both ends of a range go";
}

TEST(Suppressions, ProposesTheRightWord) {
  static const Registry registry = Registry::builtin();
  auto message = [&](const std::string &page) {
    std::vector<Diagnostic> found =
        lint(Source("page", page), Ruleset::of(registry, {"br-end-tag", "unused-suppression"}));
    return found.size() == 1 ? found[0].message : std::to_string(found.size()) + " findings";
  };
  EXPECT_EQ(message("<!-- wikivet-ignore br-endtag -->"),
            "no rule is called 'br-endtag': did you mean 'br-end-tag'?");
  EXPECT_EQ(message("<!-- wikivet-ignore-nextline br-end-tag -->"),
            "'wikivet-ignore-nextline' silences nothing: did you mean 'wikivet-ignore'?");
  EXPECT_EQ(message("<!-- Wikivet-Ignore br-end-tag -->"),
            "'Wikivet-Ignore' silences nothing: did you mean 'wikivet-ignore'?");
  EXPECT_EQ(message("<!-- wikivet-disable-line br-end-tag -->"),
            "'wikivet-disable-line' silences nothing: did you mean 'wikivet-ignore-line'?");
  EXPECT_EQ(message("<!-- wikivet-ignore-page: x -->").substr(0, 28),
            "this comment names no rule t");
  EXPECT_EQ(message("<!-- wikivet-ignore-end -->").substr(0, 25), "no 'wikivet-ignore-start'");
  EXPECT_EQ(message("<!-- wikivet-ignore-start br-end-tag -->\na</br>").substr(0, 20),
            "this silences the re");
}

// Names that nobody knows are compared with all that are known, but not endlessly.
TEST(Suppressions, ManyUnknownNamesTakeLittleTime) {
  static const Registry registry = Registry::builtin();
  std::string page;
  for (int i = 0; i < 20'000; ++i)
    page += "<!-- wikivet-ignore a-rule-of-mine-" + std::to_string(i) + " -->\n";
  auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(lint(Source("page", page), Ruleset::of(registry, {"unused-suppression"})).size(),
            20'000U);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

} // namespace
} // namespace wikivet
