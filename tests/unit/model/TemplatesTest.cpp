// SPDX-License-Identifier: MIT
#include "lint/model/Templates.h"

#include "lint/model/Document.h"
#include "lint/model/PlainText.h"
#include "lint/model/References.h"
#include "lint/model/Sections.h"

#include <gtest/gtest.h>

namespace wikivet {

TEST(Templates, NamesAreNormalised) {
  EXPECT_EQ(normalizeTemplateName(" Template:Dead_Link\n"), "dead link");
  EXPECT_EQ(normalizeTemplateName("Cite  web"), "cite web");
}

TEST(Templates, ArgumentsHaveNamesAndPositions) {
  Source source("test", "{{A <!-- x -->|b| c = d |e|2=f|c=}}{{ {{x}} }}");
  const Wiki wiki;
  Document document(source, wiki);
  const Template &call = document.templates().all().at(0);
  EXPECT_EQ(call.name, "a");
  ASSERT_EQ(call.arguments.size(), 5U);
  EXPECT_EQ(call.arguments[0].name, "1");
  EXPECT_EQ(call.arguments[1].name, "c");
  EXPECT_EQ(call.arguments[1].text(document.tree()), "d");
  EXPECT_EQ(call.argument("2")->text(document.tree()), "f");
  EXPECT_TRUE(call.argument("c")->trimmed.empty());
  EXPECT_EQ(document.templates().all().at(1).name, "");
}

TEST(Sections, FormATree) {
  Source source("test", "lead\n== A ==\n=== B ===\n<div>\n== [[c|C]] {{x}} ==\n</div>\n");
  const Wiki wiki;
  Document document(source, wiki);
  const std::vector<Section> &sections = document.sections().all();
  ASSERT_EQ(sections.size(), 4U);
  EXPECT_EQ(sections[1].title, "A");
  EXPECT_EQ(sections[2].parent, 1U);
  EXPECT_EQ(sections[3].parent, 3U);
  EXPECT_EQ(sections[3].title, "C");
  EXPECT_EQ(sections[1].end, sections[3].begin);
  EXPECT_EQ(document.sections().indexAt(0), 0U);
  EXPECT_EQ(document.sections().indexAt(sections[2].begin + 1), 2U);
}

TEST(References, HaveNamesGroupsAndBodies) {
  Source source("test", "<ref name='a' group=\"g\">x</ref><ref name=b/><references group=h><ref "
                        "name=c>y</ref></references>"
                        "{{#tag:ref|z [http://a.org?b=c]|name=d}}{{reflist|group=i|refs=<ref "
                        "name=e>w</ref>}}<ref> <!-- --></ref>");
  const Wiki wiki;
  Document document(source, wiki);
  const std::vector<Reference> &all = document.references().all();
  ASSERT_EQ(all.size(), 6U);
  EXPECT_EQ(all[0].name, "a");
  EXPECT_EQ(all[0].group, "g");
  EXPECT_TRUE(all[0].defines);
  EXPECT_TRUE(all[1].selfClosing);
  EXPECT_FALSE(all[1].defines);
  EXPECT_EQ(all[2].group, "h");
  EXPECT_EQ(all[3].name, "d");
  EXPECT_TRUE(all[3].defines);
  EXPECT_EQ(all[4].group, "i");
  EXPECT_FALSE(all[5].defines);
}

TEST(PlainText, IsWhatReadersRead) {
  Source source("test",
                "== '''a''' [[b|c]] [http://d.org e]&nbsp;{{f}}<ref>g</ref><!-- h --> <i>i</i> ==");
  const Wiki wiki;
  Document document(source, wiki);
  EXPECT_EQ(plainText(document.tree().root().firstChild()), "a c e i");
}

} // namespace wikivet
