// SPDX-License-Identifier: MIT
#include "lint/model/LegacyColor.h"

#include <gtest/gtest.h>

namespace wikivet {
namespace {

TEST(LegacyColor, IsWrittenAsInCss) {
  EXPECT_EQ(cssColor("ffcc00"), "#ffcc00");
  EXPECT_EQ(cssColor("#FC0"), "#FC0");
  EXPECT_EQ(cssColor("Red"), "Red");
  EXPECT_EQ(cssColor("aliceblue"), "aliceblue");
  EXPECT_EQ(cssColor("yellowgreen"), "yellowgreen");
}

TEST(LegacyColor, IsLeftWhereBrowsersMakeAnotherOfIt) {
  for (const char *value : {"", "#", "fc0", "#ffcc0", "gray1", "chucknorris", "#red", "rgb(1,2,3)"})
    EXPECT_EQ(cssColor(value), std::nullopt) << value;
}

} // namespace
} // namespace wikivet
