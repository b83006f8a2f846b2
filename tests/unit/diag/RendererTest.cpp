// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace wikivet {
namespace {

std::string render(std::string_view format, const Source &source,
                   const std::vector<Diagnostic> &diagnostics, bool color = false) {
  std::string output;
  auto renderer =
      makeRenderer(format, {.color = color}, [&](std::string_view text) { output += text; });
  renderer->begin();
  renderer->page(source, diagnostics);
  renderer->end();
  return output;
}

Diagnostic finding(Span span) {
  return {.rule = "demo",
          .severity = Severity::Warning,
          .span = span,
          .message = "a message",
          .related = {{.span = {.begin = 0, .end = 1}, .message = "over here"}},
          .fixes = {{.title = "mend it", .safe = true, .edits = {{.span = span, .text = "x"}}}}};
}

TEST(Concise, IsALineAFinding) {
  Source source("a.wiki", "ä\nbcd\n");
  EXPECT_EQ(render("concise", source, {finding({.begin = 4, .end = 6})}),
            "a.wiki:2:2: warning: a message [demo]\na.wiki:1:1: note: over here\n");
}

TEST(Full, UnderlinesTheSpan) {
  Source source("a.wiki", "one\ntw\xC3\xB6 three\n", "Title");
  std::string output = render("full", source, {finding({.begin = 6, .end = 8})});
  EXPECT_NE(
      output.find("warning: a message [demo]\n --> a.wiki:2:3 (Title)\n2 | twö three\n  |   ^\n"),
      std::string::npos)
      << output;
  EXPECT_NE(output.find("fix: mend it\n"), std::string::npos);
  EXPECT_TRUE(output.ends_with("1 warning in 1 page\n")) << output;
  EXPECT_EQ(output.find('\x1b'), std::string::npos);
  EXPECT_NE(render("full", source, {finding({.begin = 6, .end = 8})}, true).find('\x1b'),
            std::string::npos);
}

TEST(Full, CropsLongLinesAndControlCharacters) {
  Source source("a.wiki", std::string(5000, 'x') + "\x1b[31m!" + std::string(5000, 'y'));
  std::string output = render("full", source, {finding({.begin = 5000, .end = 5006})});
  EXPECT_LT(output.size(), 900U);
  EXPECT_EQ(output.find('\x1b'), std::string::npos);
  EXPECT_NE(output.find("^^^^^^"), std::string::npos);
}

/// A page with as many findings of a rule as messages are given, each on a line of its own.
std::string renderMany(std::string_view format, const std::vector<std::string> &messages,
                       Severity severity, bool showAll = false) {
  std::string text(2 * messages.size(), '\n');
  std::vector<Diagnostic> diagnostics;
  for (uint32_t i = 0; i < messages.size(); ++i) {
    text[2 * i] = 'x';
    diagnostics.push_back({.rule = "demo",
                           .severity = severity,
                           .span = {.begin = 2 * i, .end = 2 * i + 1},
                           .message = messages[i]});
  }
  Source source("a.wiki", text);
  std::string output;
  auto renderer =
      makeRenderer(format, {.showAll = showAll}, [&](std::string_view piece) { output += piece; });
  renderer->begin();
  renderer->page(source, diagnostics);
  renderer->end();
  return output;
}

TEST(Grouping, ShowsOneOfManyAndTheFirstPlaces) {
  std::vector<std::string> same(12, "same");
  EXPECT_EQ(renderMany("concise", same, Severity::Warning),
            "a.wiki:1:1: warning: same [demo] (also at 2:1, 3:1, 4:1, 5:1, 6:1, 7:1, 8:1, 9:1 and "
            "3 more)\n");
  EXPECT_EQ(renderMany("full", same, Severity::Error),
            "error: same [demo]\n --> a.wiki:1:1\n1 | x\n  | ^\nalso at: 2:1, 3:1, 4:1, 5:1, 6:1, "
            "7:1, 8:1, 9:1 and 3 more\n\n12 errors in 1 page\n");
  std::string all = renderMany("concise", same, Severity::Warning, true);
  EXPECT_EQ(std::ranges::count(all, '\n'), 12);
  EXPECT_EQ(renderMany("concise", {"a", "a", "a"}, Severity::Warning).find("also"),
            std::string::npos)
      << "a few are shown one by one";
}

TEST(Grouping, HidesNoErrorWithOtherWords) {
  std::vector<std::string> words{"a", "b", "a", "c", "d", "e", "f", "g", "g"};
  std::string errors = renderMany("concise", words, Severity::Error);
  EXPECT_EQ(std::ranges::count(errors, '\n'), 7);
  EXPECT_NE(errors.find("a [demo] (also at 3:1)"), std::string::npos) << errors;
  std::string warnings = renderMany("full", words, Severity::Warning);
  EXPECT_NE(warnings.find("also at: 3:1\n2:1: b\n4:1: c\n5:1: d\n6:1: e\n…: 3 more of [demo] with "
                          "other words: --show-all lists them\n"),
            std::string::npos)
      << warnings;
  words.resize(7);
  EXPECT_EQ(renderMany("full", words, Severity::Warning).find("--show-all"), std::string::npos)
      << "a single one that is left is shown";
}

// An export has many pages and one path.
TEST(Reports, SayThePagesTitle) {
  Source source("dump.xml", "x", "Old mill");
  for (const std::string &format : rendererNames()) {
    std::string output = render(format, source, {finding({.begin = 0, .end = 1})});
    EXPECT_NE(output.find("Old mill"), std::string::npos) << format << ": " << output;
  }
  EXPECT_EQ(
      render("concise", Source("Old mill", "x", "Old mill"), {finding({.begin = 0, .end = 1})})
          .find("(Old mill)"),
      std::string::npos)
      << "not twice";
}

TEST(Reports, SayWhatIsFixed) {
  Source source("a.wiki", "x");
  for (const std::string &format : rendererNames()) {
    std::string output;
    auto renderer = makeRenderer(format, {}, [&](std::string_view text) { output += text; });
    renderer->setChange(Change::Fixed);
    renderer->begin();
    std::vector<Diagnostic> findings{finding({.begin = 0, .end = 1})};
    renderer->page(source, findings);
    renderer->end();
    if (renderer->tellsChange()) {
      EXPECT_TRUE(output.find("fixed") != std::string::npos ||
                  output.find("\"absent\"") != std::string::npos)
          << output;
    }
  }
}

TEST(Rdjson, JoinsTheEditsOfAFix) {
  Source source("a.wiki", "\xC3\xA4(b)c");
  Diagnostic diagnostic = finding({.begin = 2, .end = 5});
  diagnostic.fixes = {{.title = "t",
                       .safe = true,
                       .edits = {{.span = {.begin = 2, .end = 3}, .text = "["},
                                 {.span = {.begin = 4, .end = 5}, .text = "]"}}}};
  auto report = nlohmann::json::parse(render("rdjson", source, {diagnostic}));
  const auto &suggestion = report["diagnostics"][0]["suggestions"][0];
  EXPECT_EQ(suggestion["text"], "[b]");
  EXPECT_EQ(suggestion["range"]["start"]["column"], 3) << "columns are bytes";
  EXPECT_EQ(suggestion["range"]["end"]["column"], 6);
}

TEST(Full, NamesWhatNobodySees) {
  std::string output =
      render("full", Source("a.wiki", "a\u200Bb"), {finding({.begin = 1, .end = 4})});
  EXPECT_NE(output.find("1 | aU+200Bb\n  |  ^^^^^^\n"), std::string::npos) << output;
  output = render("full", Source("a.wiki", "a\u0301b\u200Bc"), {finding({.begin = 1, .end = 3})});
  EXPECT_NE(output.find("\n  |  ^\n"), std::string::npos) << output;
}

TEST(Full, TakesAnySpan) {
  Source source("a.wiki", "a\r\n\xff\xfe\n");
  for (uint32_t begin = 0; begin <= 6; ++begin)
    for (uint32_t end = begin; end <= 6; ++end)
      EXPECT_FALSE(render("full", source, {finding({.begin = begin, .end = end})}).empty());
}

TEST(Json, HasEveryKey) {
  Source source("a.wiki", "ä\nbcd\n");
  auto list = nlohmann::json::parse(render("json", source, {finding({.begin = 4, .end = 6})}));
  ASSERT_EQ(list.size(), 1U);
  const auto &object = list[0];
  for (const char *key :
       {"path", "page", "rule", "severity", "message", "line", "column", "endLine", "endColumn",
        "byteStart", "byteEnd", "fixes", "related", "fingerprint", "url"})
    EXPECT_TRUE(object.contains(key)) << key;
  EXPECT_EQ(object["column"], 2);
  EXPECT_EQ(object["endColumn"], 4);
  EXPECT_EQ(object["fixes"][0]["safety"], "safe");
  EXPECT_EQ(object["related"][0]["line"], 1);
  EXPECT_TRUE(object["page"].is_null());
  EXPECT_EQ(nlohmann::json::parse(render("json", source, {})).size(), 0U);
}

TEST(Json, ReplacesInvalidUtf8) {
  Source source("a.wiki", "x");
  Diagnostic diagnostic = finding({.begin = 0, .end = 1});
  diagnostic.message = "bad \xff byte";
  EXPECT_EQ(nlohmann::json::parse(render("json", source, {diagnostic}))[0]["message"],
            "bad \uFFFD byte");
}

} // namespace
} // namespace wikivet
