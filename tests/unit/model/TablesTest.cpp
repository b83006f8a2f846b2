// SPDX-License-Identifier: MIT
#include "lint/model/Tables.h"

#include "lint/model/Document.h"

#include <gtest/gtest.h>

namespace wikivet {
namespace {

/// A page with its model, for looking at its tables.
struct Page {
  explicit Page(std::string text) : source("test", std::move(text)), document(source, wiki) {}
  Wiki wiki;
  Source source;
  Document document;
  const std::vector<Table> &tables() const { return document.tables().all(); }
  std::string_view content(const Cell *cell) const { return source.text(cell->content); }
};

TEST(Tables, ContentComesAfterAttributes) {
  Page page("{|\n| style=\"a\" | x || y\n| [[a|b]]\n| {{s}} | z\n|| w\n|}");
  const Table &table = page.tables().at(0);
  std::vector<std::string_view> contents;
  for (const Cell &cell : table.cells)
    contents.push_back(page.content(&cell));
  EXPECT_EQ(contents, (std::vector<std::string_view>{" x ", " y\n", " [[a|b]]\n", " z\n", " w\n"}));
}

TEST(Tables, SpansAreExpanded) {
  Page page("{|\n! A !! B !! C\n|-\n| rowspan=2 | a || colspan=2 | b\n|-\n| c || d\n|}");
  const Table &table = page.tables().at(0);
  ASSERT_EQ(table.grid.size(), 3U);
  EXPECT_EQ(table.columnCount, 3U);
  EXPECT_EQ(table.headerRowCount, 1U);
  EXPECT_EQ(table.at(2, 0), table.at(1, 0));
  EXPECT_EQ(table.at(1, 1), table.at(1, 2));
  EXPECT_EQ(page.content(table.at(2, 2)), " d\n");
  EXPECT_EQ(table.columnHeaders.at(1), "B");
  EXPECT_EQ(table.at(9, 9), nullptr);
}

TEST(Tables, ATemplateMayBringThePipeBehindAttributes) {
  Page page("{|\n| a || colspan=2 {{n/a}} || rowspan=\"2\" {{yes}}\n|-\n| b || x=2 || d\n|}");
  const Table &table = page.tables().at(0);
  EXPECT_EQ(table.columnCount, 4U);
  EXPECT_EQ(table.at(0, 1), table.at(0, 2));
  EXPECT_EQ(table.at(1, 3), table.at(0, 3));
  EXPECT_EQ(page.content(table.at(0, 1)), "{{n/a}} ");
  EXPECT_EQ(page.content(table.at(1, 1)), " x=2 ");
}

TEST(Tables, RowsWithoutCellsAreLeftOut) {
  Page page("{|\n|-\n|-\n| a\n|-\n|}");
  EXPECT_EQ(page.tables().at(0).grid.size(), 1U);
}

TEST(Tables, HtmlTablesCount) {
  Page page("<table><tr><th>A<th colspan=2>B<tr><td>a</td><td>b<td>c</table>");
  const Table &table = page.tables().at(0);
  ASSERT_EQ(table.grid.size(), 2U);
  EXPECT_EQ(table.columnCount, 3U);
  EXPECT_EQ(table.columnHeaders.at(2), "B");
  EXPECT_EQ(page.content(table.at(1, 1)), "b");
}

TEST(Tables, NestedTablesAreApart) {
  Page page("{|\n| a\n{|\n| b || c\n|}\n| d\n|}");
  ASSERT_EQ(page.tables().size(), 2U);
  EXPECT_EQ(page.tables()[0].cells.size(), 2U);
  EXPECT_EQ(page.tables()[1].cells.size(), 2U);
}

TEST(Tables, RowLabelIsTextOrFlag) {
  Page page("{|\n| 1 || Austria\n|-\n| {{flag|Belgium}} || x\n|-\n| [[Croatia|HR]] || y\n|}");
  const Table &table = page.tables().at(0);
  EXPECT_EQ(table.rowLabel(0), "Austria");
  EXPECT_EQ(table.rowLabel(1), "Belgium");
  EXPECT_EQ(table.rowLabel(2), "HR");
}

TEST(Tables, LongSpansStaySmall) {
  std::string text = "{|\n| colspan=1000 rowspan=65534 | a\n";
  for (int i = 0; i < 60000; ++i)
    text += "|-\n|b\n";
  Page page(text + "|}");
  size_t places = 0;
  for (const auto &row : page.tables().at(0).grid)
    places += row.size();
  EXPECT_LT(places, 10000000U);
}

TEST(Tables, HostileSpansStaySmall) {
  std::string text = "{|\n";
  for (int i = 0; i < 1000; ++i)
    text += "|-\n| colspan=1000 rowspan=65534 | a\n";
  Page page(text + "|}");
  size_t places = 0;
  for (const auto &row : page.tables().at(0).grid)
    places += row.size();
  EXPECT_LT(places, 3000000U);
}

} // namespace
} // namespace wikivet
