// SPDX-License-Identifier: MIT
#include "lint/support/YamlReader.h"

#include <gtest/gtest.h>

namespace wikivet {

TEST(YamlReader, KeepsScalarsAsWritten) {
  Problems problems;
  std::optional<YamlNode> yaml = readYaml("a: no\nb: 010\nc: 'true'\nd: true\ne: 12\n", problems);
  ASSERT_TRUE(yaml);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(readString(*yaml->find("a"), "a", problems), "no");
  EXPECT_EQ(readBoolean(*yaml->find("d"), "d", problems), true);
  EXPECT_EQ(readInteger(*yaml->find("e"), "e", problems), 12);
  EXPECT_TRUE(problems.empty());
  EXPECT_FALSE(readInteger(*yaml->find("b"), "b", problems));
  EXPECT_FALSE(readBoolean(*yaml->find("a"), "a", problems));
  EXPECT_FALSE(readBoolean(*yaml->find("c"), "c", problems));
  EXPECT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].message, "'b' must be a whole number, but here is '010'");
}

TEST(YamlReader, LocatesDuplicateKeysAndAliases) {
  Problems problems;
  readYaml("a: 1\na: 2\n", problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].span.begin, 5U);
  problems.clear();
  readYaml("a: &x 1\nb: *x\n", problems);
  EXPECT_EQ(problems.size(), 2U);
}

TEST(YamlReader, ReportsSyntaxErrors) {
  Problems problems;
  EXPECT_FALSE(readYaml("a: [1, 2\nb: 3\n", problems));
  EXPECT_EQ(problems.size(), 1U);
}

} // namespace wikivet
