// SPDX-License-Identifier: MIT
#include "lint/rule/Pattern.h"
#include "lint/rule/Registry.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace wikivet {
namespace {

constexpr std::string_view good = R"(name: demo
summary: A demo.
check: match
match:
  kind: comment
messages:
  found: "a comment"
docs: Text.
examples:
  - bad: "<!-- x -->"
  - good: "x"
)";

/// The errors of a rule file, as `line:column: message`.
std::vector<std::string> errorsOf(std::string text,
                                  const std::string &path = "rules/demo/demo.yaml") {
  Source source(path, std::move(text));
  std::vector<Diagnostic> errors;
  Registry().add(source, "demo", errors);
  std::vector<std::string> lines;
  for (const Diagnostic &error : errors) {
    Position position = source.lines().position(error.span.begin);
    lines.push_back(fmt::format("{}:{}: {}", position.line, position.column, error.message));
  }
  return lines;
}

std::string replaced(std::string_view from, std::string_view to) {
  std::string text(good);
  size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, from.size(), to);
}

using Lines = std::vector<std::string>;

TEST(RuleLoader, AcceptsAGoodRule) {
  Source source("rules/demo/demo.yaml", std::string(good));
  std::vector<Diagnostic> errors;
  Registry registry;
  EXPECT_TRUE(registry.add(source, "demo", errors));
  EXPECT_EQ(errorsOf(std::string(good)), Lines{});
  const RegisteredRule *rule = registry.rule("demo");
  ASSERT_TRUE(rule);
  EXPECT_EQ(rule->spec.pattern->matcher("match")->kinds(), KindSet{NodeKind::Comment});
}

TEST(RuleLoader, LocatesMistakes) {
  EXPECT_EQ(errorsOf(replaced("kind: comment", "kind: coment")),
            Lines{"5:9: no node is called 'coment'; did you mean 'comment'?"});
  EXPECT_EQ(
      errorsOf(replaced("summary:", "sumary:")),
      (Lines{"2:1: unknown key 'sumary'; did you mean 'summary'?", "1:1: 'summary' is missing"}));
  EXPECT_EQ(errorsOf(replaced("check: match", "check: match\nseverity: eror")),
            Lines{"4:11: 'severity' can't be 'eror', only error, warning, info, off; did you mean "
                  "'error'?"});
  EXPECT_EQ(errorsOf(replaced("summary: A demo.", "summary: A demo.\nsummary: B")),
            Lines{"3:1: key 'summary' is given twice"});
  EXPECT_EQ(errorsOf(replaced("\"a comment\"", "\"a {coment}\"")),
            Lines{"7:10: '{coment}' is bound by nothing"});
  EXPECT_EQ(errorsOf(replaced("kind: comment", "text: x")),
            Lines{"5:3: 'match' must say which nodes it looks at: add 'kind' or what it is, as "
                  "'template' or 'link'"});
  EXPECT_EQ(errorsOf(replaced("kind: comment", "kind: comment\n  tag: b")),
            Lines{"5:3: 'match' can fit no node: its conditions exclude each other"});
  EXPECT_EQ(errorsOf(replaced("kind: comment", "kind: prose")),
            Lines{"5:9: no node is called 'prose'; write 'prose: {}', without 'kind'"});
  EXPECT_EQ(errorsOf(replaced("kind: comment", "template: {name: a, url: /b/}")),
            Lines{"5:23: unknown key 'url'; a name that the page gives goes below 'with', as "
                  "'with: {url: …}'"});
  EXPECT_EQ(errorsOf(replaced("check: match", "check: match\nfix: safe")),
            Lines{"4:6: a rule with a fix needs an 'edit'"});
  EXPECT_EQ(errorsOf(std::string(good), "rules/demo/other.yaml"),
            Lines{"1:7: the rule is called 'demo', but its file 'other'"});
  Lines regex = errorsOf(replaced("kind: comment", "kind: comment\n  text: \"/(?=x)/\""));
  ASSERT_EQ(regex.size(), 1U);
  EXPECT_TRUE(regex[0].starts_with("6:9: bad regular expression: ")) << regex[0];
}

TEST(RuleLoader, LeavesTheWordsOfMessagesToTheirAuthor) {
  EXPECT_EQ(errorsOf(replaced("a comment", "ISBN ist falsch.")), Lines{});
}

TEST(RuleLoader, SurvivesHostileYaml) {
  EXPECT_FALSE(errorsOf("").empty());
  EXPECT_FALSE(errorsOf("[").empty());
  EXPECT_FALSE(errorsOf(std::string(100000, '[')).empty());
  EXPECT_FALSE(errorsOf("a: &x [1]\nb: *x\n").empty());
  EXPECT_FALSE(errorsOf(std::string("name: \xff\xfe\0x", 11)).empty());
}

TEST(Registry, RefusesUnknownChecksAndTakenNames) {
  Registry registry = Registry::builtin();
  std::vector<Diagnostic> errors;
  std::string text(good);
  EXPECT_FALSE(registry.add(
      Source("demo.yaml", replaced("check: match\nmatch:\n  kind: comment\n", "check: mach\n")),
      "demo", errors));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].message, "no check is called 'mach'; did you mean 'match'?");
  errors.clear();
  EXPECT_TRUE(registry.add(Source("demo.yaml", text), "demo", errors));
  EXPECT_FALSE(registry.add(Source("demo.yaml", text), "demo", errors));
  EXPECT_EQ(registry.find("demo").size(), 1U);
}

} // namespace
} // namespace wikivet
