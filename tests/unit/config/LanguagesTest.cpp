// SPDX-License-Identifier: MIT
#include "lint/config/Languages.h"

#include "lint/config/Wikis.h"

#include <gtest/gtest.h>

namespace wikivet {

TEST(Languages, AreFoundByCode) {
  std::shared_ptr<const Language> english = findLanguage("en");
  ASSERT_TRUE(english);
  EXPECT_EQ(english->months.size(), 12U);
  EXPECT_EQ(english->classOf("nations"), "STATE");
  EXPECT_EQ(english->classOf("churches"), "church");
  EXPECT_TRUE(english->saysEtc("Such as: A"));
  EXPECT_FALSE(english->saysEtc("Somesuch ask: A"));
  for (const CountRelation &relation : english->relations)
    EXPECT_FALSE(relation.words.empty()) << relation.name;
  EXPECT_FALSE(findLanguage("xx"));
}

TEST(Languages, BelongToWikis) {
  EXPECT_EQ((*findWiki("enwiki"))->languages.size(), 1U);
  EXPECT_TRUE((*findWiki("plwiki"))->languages.empty());
  EXPECT_FALSE(anyWiki()->languages.empty());
}

} // namespace wikivet
