// SPDX-License-Identifier: MIT
#include "tests/harness/Fixture.h"

#include <gtest/gtest.h>

namespace wikivet::tests {

TEST(Fixture, RemovesDirectivesAndKeepsLineNumbers) {
  Fixture fixture = Fixture::parse("one\n<!-- CHECK: [[@LINE-1]]:1: error: x -->\ntwo\n");
  EXPECT_EQ(fixture.text, "one\ntwo\n");
  EXPECT_EQ(fixture.fileLine, (std::vector<uint32_t>{1, 3, 4}));
  ASSERT_EQ(fixture.directives.size(), 1U);
  EXPECT_EQ(fixture.directives[0].text, "1:1: error: x");
}

TEST(Fixture, OrdinaryCommentsStay) {
  Fixture fixture = Fixture::parse("<!-- a remark -->\n{{x}} <!-- CHECK: y -->\n");
  EXPECT_EQ(fixture.text, "<!-- a remark -->\n{{x}} <!-- CHECK: y -->\n");
  EXPECT_TRUE(fixture.directives.empty());
}

TEST(Fixture, MisspeltDirectivesFail) {
  for (const char *line :
       {"<!-- CHEKC: x -->", "<!-- CHECK-NXT: x -->", "<!-- CHECK x -->", "<!-- check: x -->"}) {
    Fixture fixture = Fixture::parse(std::string(line) + "\n");
    if (fixture.errors.empty())
      EXPECT_EQ(std::string(line), "<!-- CHEKC: x -->")
          << "only a word that begins otherwise is a remark";
    else
      EXPECT_NE(compare(fixture, ""), "");
  }
}

TEST(Fixture, WikitextInDirectivesIsLiteral) {
  Fixture fixture = Fixture::parse("<!-- CHECK: 1:1: error: [[Foo]] and {{a}} -->\n");
  EXPECT_EQ(compare(fixture, "1:1: error: [[Foo]] and {{a}}\n"), "");
  EXPECT_NE(compare(fixture, "1:1: error: [[Foo]] and a\n"), "");
}

TEST(Fixture, PatternsMatchOnRequest) {
  Fixture fixture = Fixture::parse("<!-- CHECK-RE: 1:1: error: {{[a-z]+}} -->\n");
  EXPECT_EQ(compare(fixture, "1:1: error: abc\n"), "");
  EXPECT_NE(compare(fixture, "1:1: error: 123\n"), "");
}

TEST(Fixture, UnexpectedFindingsFail) {
  Fixture silent = Fixture::parse("text\n");
  EXPECT_EQ(compare(silent, ""), "");
  EXPECT_NE(compare(silent, "1:1: error: x\n"), "");
  Fixture one = Fixture::parse("text\n<!-- CHECK: 1:1: error: x -->\n");
  EXPECT_EQ(compare(one, "1:1: error: x\n"), "");
  EXPECT_NE(compare(one, "1:1: error: x\n1:2: error: y\n"), "");
  EXPECT_NE(compare(one, "1:0: error: y\n1:1: error: x\n"), "");
  EXPECT_NE(compare(one, ""), "");
}

} // namespace wikivet::tests
