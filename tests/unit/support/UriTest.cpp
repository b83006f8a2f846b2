// SPDX-License-Identifier: MIT
#include "lint/support/Uri.h"

#include <gtest/gtest.h>

namespace wikivet {
namespace {

TEST(Uri, PathsAndBack) {
  EXPECT_EQ(pathUri("/a b/\xC3\xA9#.wiki"), "file:///a%20b/%C3%A9%23.wiki");
  EXPECT_EQ(pathUri("./a:b"), "a%3Ab");
  EXPECT_EQ(pathOfUri(pathUri("/a b/\xC3\xA9#.wiki")), "/a b/\xC3\xA9#.wiki");
  EXPECT_EQ(pathOfUri("file://localhost/a%zz%2"), "/a%zz%2");
  EXPECT_EQ(pathOfUri("FILE:///a?b#c"), "/a");
  EXPECT_EQ(pathOfUri("file://other/a"), std::nullopt);
  EXPECT_EQ(pathOfUri("untitled:Untitled-1"), std::nullopt);
  EXPECT_EQ(pathOfUri(""), std::nullopt);
}

} // namespace
} // namespace wikivet
