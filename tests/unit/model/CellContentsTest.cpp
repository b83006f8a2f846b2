// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"

#include "lint/config/Wikis.h"
#include "lint/model/Document.h"
#include "lint/model/PlainNumber.h"
#include "lint/model/Sorted.h"

#include <gtest/gtest.h>

#include <functional>

namespace wikivet {
namespace {

struct Page {
  explicit Page(std::string text, std::string_view name = "en")
      : wiki(*findWiki(name)), source("test", std::move(text)), document(source, *wiki) {}
  std::shared_ptr<const Wiki> wiki;
  Source source;
  Document document;

  const Table &table() const { return document.tables().all().at(0); }
  const CellContent &cell(uint32_t row, uint32_t column) const {
    return document.cellContents().of(table(), *table().at(row, column));
  }
};

TEST(CellContents, KindsOfCells) {
  struct Case {
    const char *text;
    CellKind kind;
  };
  for (const Case &each : {Case{"", CellKind::Empty},
                           {"&nbsp;", CellKind::Empty},
                           {"<center><br></center>", CellKind::Empty},
                           {"<!-- who? -->", CellKind::Comment},
                           {"{{dts|format=dmy|}}", CellKind::BlankDate},
                           {"{{dts|1992|5|1}}", CellKind::Date},
                           {"5 May 1992", CellKind::Date},
                           {"c. 1992", CellKind::Date},
                           {"1992–94", CellKind::Date},
                           {"—", CellKind::Placeholder},
                           {"Unknown", CellKind::Placeholder},
                           {"{{n/a}}", CellKind::NotApplicable},
                           {"1,234", CellKind::Number},
                           {"'''12'''", CellKind::Number},
                           {"12{{efn|x}}", CellKind::Text},
                           {"[[Zenda]]", CellKind::Link},
                           {"[[Zenda]] castle", CellKind::Text},
                           {"{{flag|Zenda}}", CellKind::Template},
                           {"<ref>a</ref>", CellKind::Template},
                           {"a castle", CellKind::Text}}) {
    Page page(std::string("{|\n|") + each.text + "\n|}");
    EXPECT_EQ(page.cell(0, 0).kind, each.kind) << each.text;
  }
}

TEST(CellContents, PrecisionOfDates) {
  Page page(
      "{|\n| 1992 || May 1992 || 5 May 1992 || 1992-05-01 || {{dts|1992}} || {{dts|1992|5|1}}\n|}");
  std::vector<DatePrecision> found;
  for (uint32_t column = 0; column < 6; ++column)
    found.push_back(page.cell(0, column).precision);
  using enum DatePrecision;
  EXPECT_EQ(found, (std::vector{Year, Month, Day, Day, Year, Day}));
}

TEST(CellContents, ColumnsAreWhatMostOfTheirCellsAre) {
  Page page("{|\n! A !! B !! Opened !! Price\n|-\n| a || 1 || 1990 || 1990\n|-\n| b || 2 || 1991 "
            "|| 1991\n"
            "|-\n| c || || 1992 || 1992\n|-\n| Total || 3 || 1993 ||\n|}");
  const CellContents &contents = page.document.cellContents();
  EXPECT_EQ(contents.column(page.table(), 0).kind, CellKind::Text);
  EXPECT_EQ(contents.column(page.table(), 1).kind, CellKind::Number);
  EXPECT_EQ(contents.column(page.table(), 1).blank, 1U);
  EXPECT_EQ(contents.column(page.table(), 2).dates, 3U); // the total is none
  EXPECT_TRUE(contents.isDateColumn(page.table(), 2));
  EXPECT_FALSE(contents.isDateColumn(page.table(), 3)); // its header speaks of no date
  EXPECT_TRUE(contents.isTotalRow(page.table(), 4));
  EXPECT_EQ(contents.bodyCells(page.table(), 1).size(), 3U);
}

TEST(CellContents, WordsAreThoseOfTheWiki) {
  Page page("{|\n! Name !! Eröffnet\n|-\n| a || 5. März 1992\n|-\n| b || 1993\n|-\n| c || 1994\n|}",
            "de");
  EXPECT_EQ(page.cell(1, 1).kind, CellKind::Date);
  EXPECT_TRUE(page.document.cellContents().isDateColumn(page.table(), 1));
}

TEST(PlainNumber, IsReadAsTheWikiWritesIt) {
  auto value = [](std::string_view text, std::string_view wiki) {
    auto number = parsePlainNumber(text, **findWiki(wiki));
    return number ? number->value : -999;
  };
  EXPECT_EQ(value("1,234,567", "en"), 1234567);
  EXPECT_EQ(value("1.5", "en"), 1.5);
  EXPECT_EQ(value("1.234,5", "de"), 1234.5);
  EXPECT_EQ(value("−12%", "en"), -12);
  EXPECT_EQ(value("$1,000", "en"), 1000);
  for (std::string_view text :
       {"", "12,34", "1,2345", "5 m", "a", "1.", "1 2", "12345678901234567"})
    EXPECT_EQ(value(text, "en"), -999) << text;
}

TEST(Sorted, FindsTheOneOutOfOrder) {
  auto wrong = [](std::vector<int> keys) {
    return oneOutOfOrder(std::span<const int>(keys), std::less_equal<>());
  };
  EXPECT_EQ(wrong({1, 2, 2, 3}), std::nullopt);
  EXPECT_EQ(wrong({}), std::nullopt);
  EXPECT_EQ(wrong({1, 2, 9, 3, 4}), 2U);
  EXPECT_EQ(wrong({1, 5, 2, 6, 7}), 2U); // or 1: the later one
  EXPECT_EQ(wrong({9, 1, 2, 3}), 0U);
  EXPECT_EQ(wrong({1, 2, 3, 0}), 3U);
  EXPECT_EQ(wrong({3, 2, 1, 0}), std::nullopt);
  EXPECT_EQ(wrong({1, 9, 2, 8, 3}), std::nullopt);
}

} // namespace
} // namespace wikivet
