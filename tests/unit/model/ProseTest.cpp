// SPDX-License-Identifier: MIT
#include "lint/model/Prose.h"

#include "lint/config/Wikis.h"
#include "lint/model/Document.h"
#include "lint/model/Language.h"
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
  std::string words = "Die Geschichte der Stadt ist die Geschichte des Flusses und der Brücke. ";
  Source german("test", words + words + words + words);
  Source few("test", "Zenda");
  std::shared_ptr<const Wiki> any = anyWiki();
  Document page(english, *any);
  ASSERT_TRUE(page.prose().language());
  EXPECT_EQ(page.prose().language()->code, "en");
  EXPECT_FALSE(page.prose().isForeignTo("en"));
  Document germanPage(german, *any);
  ASSERT_TRUE(germanPage.prose().language());
  EXPECT_EQ(germanPage.prose().language()->code, "de");
  EXPECT_TRUE(Document(german, *any).prose().isForeignTo("en"));
  EXPECT_FALSE(Document(few, *any).prose().language());
  EXPECT_FALSE(Document(few, *any).prose().isForeignTo("en"));
  // Of a page of a known wiki the language is known.
  EXPECT_TRUE(Document(few, **findWiki("enwiki")).prose().language());
}

TEST(Prose, KeepsFormattedNumbersAndDates) {
  Source source("test",
                "In {{formatnum:1234}} towns {{As of|2010|5|lc=y}}, {{nts|12}} {{x|13}}.\n");
  const Wiki wiki;
  Document document(source, wiki);
  EXPECT_EQ(document.prose().blocks()[0].text, "In 1234 towns as of 2010 5, 12 \x01.");
}

TEST(Prose, KeepsItemsThatAreTemplates) {
  Source source("test", "Towns:\n* {{flag|A}}\n* <!-- x -->\n* Bee.{{sfn|C}} Dee.\n{{x}}\n");
  const Wiki wiki;
  Document document(source, wiki);
  const std::vector<Block> &blocks = document.prose().blocks();
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[1].text, " \x01");
  // A footnote template behind the full stop hides no end of a sentence.
  EXPECT_EQ(blocks[2].sentences.size(), 2U);
}

} // namespace wikivet
