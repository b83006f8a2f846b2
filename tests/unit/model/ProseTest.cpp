// SPDX-License-Identifier: MIT
#include "lint/model/Prose.h"

#include "lint/model/Document.h"
#include "lint/support/Text.h"

#include <gtest/gtest.h>

namespace wikivet {

TEST(Prose, TextMapsBackToTheSource) {
  Source source(
      "test",
      "A [[b|link]]<ref>c</ref> and&nbsp;''d''.\n* item <!-- x -->two\n{|\n| cell\n|}\n{{t}}\n");
  const Wiki wiki;
  Document document(source, wiki);
  const std::vector<Block> &blocks = document.prose().blocks();
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[0].text, "A link and d.");
  EXPECT_EQ(blocks[0].kind, BlockKind::Paragraph);
  auto at = static_cast<uint32_t>(blocks[0].text.find("link"));
  EXPECT_EQ(source.text(blocks[0].sourceOf({.begin = at, .end = at + 4})), "link");
  auto last = static_cast<uint32_t>(blocks[0].text.find('d', at + 8));
  EXPECT_EQ(source.text(blocks[0].sourceOf({.begin = last, .end = last + 1})), "d");
  EXPECT_EQ(blocks[1].text, " item two");
  EXPECT_EQ(blocks[1].marker, "*");
  EXPECT_EQ(blocks[2].kind, BlockKind::TableCell);
}

TEST(Prose, QuotationsFilesAndCategoriesAreLeftOut) {
  Source source(
      "test", "a <blockquote>b</blockquote>[[File:c.jpg|thumb|d]][[Category:E]][[Star Wars: F]]\n");
  const Wiki wiki;
  Document document(source, wiki);
  ASSERT_EQ(document.prose().blocks().size(), 1U);
  EXPECT_EQ(document.prose().blocks()[0].text, "a Star Wars: F");
}

TEST(Prose, OtherPeoplesWordsAreMarked) {
  Source source("test", "a ''b'' \"c\" [[d]] [[e|f]] {{lang|fr|g}} [http://h.org i] j ''k\nl\n");
  const Wiki wiki;
  Document document(source, wiki);
  std::string marked;
  for (const Block &block : document.prose().blocks())
    for (uint32_t i = 0; i < block.text.size(); ++i)
      if (isLetter(block.text[i]))
        marked += block.isVerbatim(i) ? block.text[i] : '.';
  EXPECT_EQ(marked, ".bcd.gi.k.");
}

TEST(Prose, KnowsEnglish) {
  Source english(
      "test", "The history of the town is the history of the river and the bridge by the castle.");
  Source german(
      "test",
      "Die Geschichte der Stadt ist die Geschichte des Flusses und der Brücke bei der Burg.");
  const Wiki wiki;
  EXPECT_TRUE(Document(english, wiki).prose().isEnglish());
  EXPECT_FALSE(Document(german, wiki).prose().isEnglish());
}

} // namespace wikivet
