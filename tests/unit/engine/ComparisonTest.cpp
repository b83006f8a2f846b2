// SPDX-License-Identifier: MIT
#include "lint/engine/Comparison.h"

#include "lint/engine/Linter.h"

#include <gtest/gtest.h>

#include <memory>

namespace wikivet {
namespace {

class Comparison : public testing::Test {
protected:
  /// As "introduced/persisting/fixed".
  std::string compare(std::string_view before, std::string_view after, bool changedLines = false) {
    Source old("a.wiki", std::string(before)), now("a.wiki", std::string(after));
    changes = compareFindings(old, lint(old, ruleset), now, lint(now, ruleset));
    if (changedLines)
      keepChangedLines(old, now, changes);
    return std::to_string(changes.introduced.size()) + "/" +
           std::to_string(changes.persisting.size()) + "/" + std::to_string(changes.fixed.size());
  }

  Registry registry = Registry::builtin();
  Ruleset ruleset = Ruleset::of(registry, {"recommended"});
  FindingChanges changes;
};

TEST_F(Comparison, TellsWhatAnEditBroke) {
  EXPECT_EQ(compare("One</br>two.\n", "One</br>two.\n"), "0/1/0");
  EXPECT_EQ(compare("One two.\n", "One</br>two.\n"), "1/0/0");
  EXPECT_EQ(compare("One</br>two.\n", "One<br>two.\n"), "0/0/1");
  EXPECT_EQ(compare("", "One</br>two.\n"), "1/0/0");
  EXPECT_EQ(compare("One</br>two.\n", ""), "0/0/1");
}

TEST_F(Comparison, KeepsFindingsThatMove) {
  std::string
      a = "Here is a paragraph with a break</br>in it.\n\n",
      b = "Another one holds a <ref name=\"a\">note</ref> and a <ref name=\"a\">second</ref> "
          "one.\n\n",
      c = "The last one is plain.\n\n";
  EXPECT_EQ(compare(a + b + c, c + b + a), "0/2/0");
  EXPECT_EQ(compare(a + b + c, "== Title ==\n" + a + "== Other ==\n" + c + b), "0/2/0");
  EXPECT_EQ(compare(a + b + c, "New words.\n\n" + a + c + b), "0/2/0");
  EXPECT_EQ(compare("== One ==\n" + a + b, "== Two ==\n" + a + b), "0/2/0") << "a heading renamed";
}

TEST_F(Comparison, TellsTwinsApartByTheirPlace) {
  std::string line = "* x</br>y\n";
  EXPECT_EQ(compare(line, line + line), "1/1/0");
  EXPECT_EQ(compare(line + line, line), "0/1/1");
  EXPECT_EQ(compare("first\n" + line + "last\n", "first\n" + line + "middle\n" + line + "last\n"),
            "1/1/0");
  // The one that is mended and the one that is new are not the same.
  EXPECT_EQ(compare("Some words</br>go here.\n\nThen others follow.\n",
                    "Some words<br>go here.\n\nThen others</br>follow.\n"),
            "1/0/1");
}

TEST_F(Comparison, KnowsAFindingWhoseInsideWasEdited) {
  EXPECT_EQ(compare("a <ref>one\n\nb\n", "a <ref>one\n\nb and more\n"), "0/1/0");
  EXPECT_EQ(compare("This is early</br>and this is late, all in one line.\n",
                    "That was early</br>and this is too late, all in one line.\n"),
            "0/1/0");
}

TEST_F(Comparison, KnowsWhatBeginsAtTheSamePlace) {
  // As a table that is not closed marks all that follows it.
  Source before("a.wiki", "x {| a\n"), after("a.wiki", "new\nx {| a\n| b\n");
  auto table = [](Span span) {
    return Diagnostic{.rule = "unclosed", .span = span, .message = "a table"};
  };
  changes = compareFindings(before, {table({.begin = 2, .end = 7})}, after,
                            {table({.begin = 6, .end = 15})});
  EXPECT_EQ(changes.persisting.size(), 1U);
  EXPECT_EQ(changes.introduced.size() + changes.fixed.size(), 0U);
}

TEST_F(Comparison, KeepsToChangedLines) {
  EXPECT_EQ(compare("One</br>two.\nThree.\n", "One</br>two.\nThree</br>four.\n", true), "1/0/0");
  EXPECT_EQ(compare("One</br>two.\nThree</br>four\n", "One</br>two!\nThree<br>four.\n", true),
            "0/1/1");
  EXPECT_EQ(
      compare("a<ref name=\"x\">y</ref>\n\nb <ref name=\"x\"/>\n", "\n\nb <ref name=\"x\"/>\n"),
      "1/0/0");
  EXPECT_EQ(compare("a<ref name=\"x\">y</ref>\n\nb <ref name=\"x\"/>\n",
                    "\n\nb <ref name=\"x\"/>\n", true),
            "0/0/0")
      << "its line was not changed";
}

} // namespace
} // namespace wikivet
