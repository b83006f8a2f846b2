// SPDX-License-Identifier: MIT
#include "lint/engine/Fixes.h"
#include "lint/engine/Baseline.h"
#include "tests/harness/Rules.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace wikivet::tests {
namespace {

FixResult fix(const std::string &text, const std::vector<std::string> &rules,
              FixOptions options = {}) {
  static const Registry registry = Registry::builtin();
  return applyFixes(Source("page", text), Ruleset::of(registry, rules), options);
}

TEST(Fixes, AllOfAPage) {
  FixResult result = fix("a</br>b</br>", {"br-end-tag"});
  EXPECT_EQ(result.text, "a<br>b<br>");
  EXPECT_EQ(result.applied.at("br-end-tag"), 2U);
  EXPECT_TRUE(result.remaining.empty());
}

TEST(Fixes, UnsafeAndCosmeticOnesOnlyWhenAskedFor) {
  std::string category = "[[Category:A]] [[Category:A]]";
  EXPECT_EQ(fix(category, {"all"}).text, category);
  EXPECT_EQ(fix(category, {"all"}, {.unsafe = true}).text, "[[Category:A]] ");
  EXPECT_EQ(fix("[[a|a]]", {"all"}).text, "[[a|a]]") << "nobody sees a difference";
  EXPECT_EQ(fix("[[a|a]]", {"all"}, {.cosmetic = true}).text, "[[a]]");
  EXPECT_EQ(fix("[[a|a]]</br>", {"all"}).text, "[[a]]<br>") << "the page is edited anyway";
}

TEST(Fixes, KeepLineEndings) {
  EXPECT_EQ(applyEdits("a\r\nb", {{.span = {.begin = 1, .end = 1}, .text = "x\ny"}}),
            "ax\r\ny\r\nb");
  EXPECT_EQ(fix("a</br>\r\nb\r\n", {"br-end-tag"}).text, "a<br>\r\nb\r\n");
}

TEST(Fixes, NotWhereBotsAreDenied) {
  for (const char *mark : {"{{nobots}}", "{{bots|deny=all}}", "{{Bots|deny=AWB, wikivet}}"})
    EXPECT_EQ(fix(std::string(mark) + "a</br>", {"br-end-tag"}).text, std::string(mark) + "a</br>");
  EXPECT_EQ(fix("{{bots|deny=AWB}}a</br>", {"br-end-tag"}).text, "{{bots|deny=AWB}}a<br>");
}

TEST(Fixes, RefusedWhereTheyMakeAnError) {
  DemoRule rule("fix: safe\nmatch: {template: a}\nedit: {title: break it, replace: '<ref>'}");
  FixResult result =
      applyFixes(Source("page", "{{a}}"), Ruleset::of(rule.registry, {"demo", "unclosed-ref"}), {});
  EXPECT_EQ(result.text, "{{a}}");
  EXPECT_EQ(result.refusedBecauseOf, std::vector<std::string>{"unclosed-ref"});
}

TEST(Fixes, EndAfterSomeRounds) {
  DemoRule rule("fix: safe\nmatch: {template: a}\nedit: {title: again, replace: '{{a}}b'}");
  FixResult result = applyFixes(Source("page", "{{a}}"), Ruleset::of(rule.registry, {"demo"}), {});
  EXPECT_EQ(result.text, "{{a}}bbbbbbbbbb");
}

TEST(Linter, ARuleThatThrowsIsStopped) {
  Registry registry = Registry::builtin();
  RegisteredRule broken = registry.rules().front();
  Layer layer;
  layer.select = {{.text = "empty-ref", .origin = {}}};
  Ruleset good(registry, {&layer}, std::make_shared<const Wiki>());
  EnabledRule rule = good.rules().front();
  rule.factory = [](const RuleSpec &, const Options &) -> std::unique_ptr<Check> {
    class Thrower final : public Check {
      KindSet interests() const override { return {NodeKind::Text}; }
      void visit(Node, CheckContext &) override { throw std::runtime_error("a bug"); }
    };
    return std::make_unique<Thrower>();
  };
  Ruleset bad = good.with(rule);
  std::vector<Diagnostic> found = lint(Source("page", "a<ref></ref> b"), bad);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].rule, "rule-failure");
  EXPECT_EQ(found[0].message, "the rule 'empty-ref' was stopped on this page: a bug");
  EXPECT_EQ(found[1].rule, "empty-ref");
}

TEST(Fingerprints, SurviveLineMovesAndTellPlacesApart) {
  static const Registry registry = Registry::builtin();
  Ruleset ruleset = Ruleset::of(registry, {"br-end-tag", "empty-ref"});
  auto prints = [&](const std::string &text) {
    std::vector<std::string> result;
    for (const Diagnostic &diagnostic : lint(Source("page", text), ruleset))
      result.push_back(diagnostic.fingerprint);
    return result;
  };
  auto one = prints("== A ==\nsome text</br> here");
  EXPECT_EQ(prints("new\n\n== A ==\nmore\n\nsome text</br> here"), one);
  EXPECT_NE(prints("== B ==\nsome text</br> here"), one) << "another section";
  EXPECT_NE(prints("== A ==\nother words</br> there"), one) << "mended here, made there";
  auto two = prints("x<ref></ref> x<ref></ref>");
  EXPECT_NE(two[0], two[1]);
}

TEST(Baseline, KeepsFindingsAndTheirReasons) {
  std::filesystem::path path = std::filesystem::temp_directory_path() /
                               fmt::format("wikivet-baseline-test-{}.json", getpid());
  std::ofstream(path)
      << R"({"version": 1, "findings": [{"fingerprint": "0123456789abcdef", "page": "A", )"
      << R"("rule": "x", "message": "m", "reason": "quoted"}]})";
  Baseline baseline;
  ASSERT_TRUE(baseline.read(path.string()));
  EXPECT_TRUE(baseline.contains("0123456789abcdef"));
  Diagnostic finding{
      .rule = "y", .span = {}, .message = "n", .related = {}, .fixes = {}, .fingerprint = "f"};
  baseline.add(Source("a.wiki", ""), finding);
  ASSERT_TRUE(baseline.write(path.string()));
  Baseline again;
  ASSERT_TRUE(again.read(path.string()));
  EXPECT_EQ(again.all().size(), 2U);
  EXPECT_EQ(again.all().at("0123456789abcdef").reason, "quoted");
  for (const char *bad : {"", "[]", "{}", R"({"version": 2})", R"({"version": 1, "findings": 3})",
                          R"({"version": 1, "findings": [{}]})"}) {
    std::ofstream(path) << bad;
    EXPECT_FALSE(Baseline().read(path.string())) << bad;
  }
  std::filesystem::remove(path);
  EXPECT_FALSE(Baseline().read(path.string()));
  EXPECT_FALSE(baseline.write("/no/such/folder/file"));
}

} // namespace
} // namespace wikivet::tests
