// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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
