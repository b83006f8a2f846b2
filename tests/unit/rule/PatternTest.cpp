// SPDX-License-Identifier: MIT
#include "lint/engine/Fixes.h"
#include "tests/harness/Rules.h"

#include <gtest/gtest.h>

namespace wikivet::tests {
namespace {

using Texts = std::vector<std::string>;

Texts messages(const DemoRule &rule, const std::string &page) {
  EXPECT_EQ(rule.errors, Texts{});
  Texts result;
  for (const Diagnostic &diagnostic : rule.lint(page))
    result.push_back(diagnostic.message);
  return result;
}

TEST(Pattern, DuplicatesWithinAScope) {
  DemoRule page("check: duplicates\nmatch: {link: {}}\nkey: '{target}'\n"
                "messages: {found: \"again '{key}'\", first: here}");
  EXPECT_EQ(messages(page, "[[a]] [[b]] [[a|x]]"), Texts{"again 'a'"});
  EXPECT_EQ(page.lint("[[a]] [[a]]")[0].related[0].message, "here");
  DemoRule section("check: duplicates\nmatch: {link: {}}\nkey: '{target}'\nwithin: section");
  EXPECT_EQ(section.found("[[a]]\n== B ==\n[[a]] [[a]]").size(), 1U);
}

TEST(Pattern, Require) {
  DemoRule conditional("check: require\nmatch: {ref: {}}\nneed: {template: reflist}");
  EXPECT_EQ(conditional.found("<ref>a</ref> <ref>b</ref>"), Texts{"<ref>a</ref>"});
  EXPECT_EQ(conditional.found("<ref>a</ref> {{reflist}}"), Texts{});
  EXPECT_EQ(conditional.found("text"), Texts{});
  DemoRule always("check: require\nneed: {category: {}}");
  EXPECT_EQ(always.found("text"), Texts{""});
  EXPECT_EQ(always.found("[[Category:A]]"), Texts{});
}

TEST(Pattern, Order) {
  DemoRule rule("check: order\nfirst: {template: a}\nthen: {template: b}");
  EXPECT_EQ(rule.found("{{a}} {{b}} {{a}} {{b}}"), Texts{"{{a}}"});
  EXPECT_EQ(rule.found("{{a}} {{a}} {{b}}"), Texts{});
}

TEST(Pattern, Majority) {
  DemoRule rule("check: majority\nvariants: {old: {template: a}, new: {template: b}}\n"
                "messages: {found: \"{variant} {count} against {majority} {majority-count}\"}");
  EXPECT_EQ(messages(rule, "{{a}} {{b}} {{b}}"), Texts{"old 1 against new 2"});
  EXPECT_EQ(messages(rule, "{{a}} {{b}}"), Texts{});
}

TEST(Pattern, Limit) {
  DemoRule rule("check: limit\nmatch: {template: a}\nmost: 1\n"
                "messages: {found: \"{count} of {most}\"}");
  EXPECT_EQ(messages(rule, "{{a}} {{a}} {{a}}"), Texts{"3 of 1"});
  EXPECT_EQ(messages(rule, "{{a}}"), Texts{});
}

TEST(Pattern, Pair) {
  DemoRule rule("check: pair\nmatch: {template: {name: ref, has: ['1']}}\n"
                "need: {template: {name: note, has: ['1']}}\nkey: '{1}'");
  EXPECT_EQ(rule.found("{{ref|a}} {{ref|b}} {{note|a}}"), Texts{"{{ref|b}}"});
  DemoRule within("check: pair\nmatch: {template: a}\nneed: {template: b}\nwithin: reference");
  EXPECT_EQ(within.found("<ref>{{a}} {{b}}</ref> <ref>{{a}}</ref> {{b}}").size(), 1U);
}

TEST(Pattern, OccurrencesHaveExactSpans) {
  DemoRule rule("check: occurrences\nmatch: {kind: text}\npattern: 'a(?P<mark>b+)'\n"
                "messages: {found: \"'{found}'\"}");
  EXPECT_EQ(rule.found("ab x abb <nowiki>ab</nowiki>"), (Texts{"b", "bb"}));
  EXPECT_EQ(messages(rule, "abb"), Texts{"'bb'"});
  DemoRule empty("check: occurrences\nmatch: {kind: text}\npattern: 'x*'");
  EXPECT_EQ(empty.found("ab").size(), 3U); // ends
}

/// The page after the fixes of a rule with this `edit`.
std::string edited(const std::string &match, const std::string &edit, const std::string &page) {
  DemoRule rule("fix: safe\nmatch: " + match + "\nedit: {title: mend it, " + edit + "}");
  EXPECT_EQ(rule.errors, Texts{});
  std::vector<Diagnostic> found = rule.lint(page);
  std::vector<Edit> edits;
  for (const Diagnostic &diagnostic : found)
    for (const Fix &fix : diagnostic.fixes)
      edits.insert(edits.end(), fix.edits.begin(), fix.edits.end());
  std::ranges::sort(edits, {}, [](const Edit &edit) { return edit.span; });
  return applyEdits(page, edits);
}

TEST(Edits, OfNodes) {
  EXPECT_EQ(edited("{link: a}", "replace: '[[{target}|x]]'", "1 [[a]] 2"), "1 [[a|x]] 2");
  EXPECT_EQ(edited("{link: a}", "delete: true", "1 [[a]] 2"), "1  2");
  EXPECT_EQ(edited("{link: a}", "insert-before: '<'", "1 [[a]] 2"), "1 <[[a]] 2");
  EXPECT_EQ(edited("{link: a}", "insert-after: '>'", "1 [[a]] 2"), "1 [[a]]> 2");
  EXPECT_EQ(edited("{link: a}", "wrap: ['<b>', '</b>']", "[[a]]"), "<b>[[a]]</b>");
}

TEST(Edits, OfTags) {
  EXPECT_EQ(edited("{kind: element, tag: center}", "unwrap: true", "<center>a</center>"), "a");
  EXPECT_EQ(edited("{kind: element, tag: strike}", "rename-tag: s", "<strike class=x>a</strike>"),
            "<s class=x>a</s>");
  EXPECT_EQ(edited("{tag: {tag: br, has: [clear]}}", "remove-attribute: clear", "<br clear=all />"),
            "<br />");
}

TEST(Edits, OfTemplates) {
  EXPECT_EQ(edited("{template: a}", "rename-template: b", "{{A |x}}"), "{{b |x}}");
  EXPECT_EQ(edited("{template: a}", "rename-param: {x: y}", "{{a| x = 1|z=2}}"),
            "{{a| y = 1|z=2}}");
  EXPECT_EQ(edited("{template: a}", "remove-param: x", "{{a|x=1|z=2}}"), "{{a|z=2}}");
  EXPECT_EQ(edited("{template: a}", "set-param: {x: '2'}", "{{a|x= 1 }}"), "{{a|x= 2 }}");
  EXPECT_EQ(edited("{template: a}", "set-param: {x: '2'}", "{{a}}"), "{{a|x=2}}");
  EXPECT_EQ(edited("{template: a}", "set-param: {x: '2'}", "{{a\n| y = 1\n}}"),
            "{{a\n| y = 1\n| x = 2\n}}");
}

TEST(Extends, OverlaysARule) {
  Registry registry = Registry::builtin();
  std::vector<Diagnostic> errors;
  Source source("empty-ref.yaml", "name: empty-ref\nextends: empty-ref\nseverity: info\n"
                                  "messages: {empty: nothing in it}\n");
  ASSERT_TRUE(registry.add(source, "mine", errors));
  std::vector<Diagnostic> found =
      lint(Source("p", "<ref></ref>"), Ruleset::of(registry, {"empty-ref"}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "nothing in it");
  EXPECT_EQ(found[0].severity, Severity::Info);
  EXPECT_EQ(registry.rule("empty-ref")->spec.group, "references");

  Source copy("my-dates.yaml",
              "name: my-dates\nextends: empty-date-cell\noptions: {date-columns: [Seen]}\n");
  ASSERT_TRUE(registry.add(copy, "mine", errors));
  Source bad("my-other.yaml",
             "name: my-other\nextends: empty-date-cell\noptions: {date-colums: [Seen]}\n");
  EXPECT_FALSE(registry.add(bad, "mine", errors));
  EXPECT_EQ(errors.back().message,
            "the rule has no option 'date-colums'; did you mean 'date-columns'?");
}

} // namespace
} // namespace wikivet::tests
