// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/rule/TableCheck.h"
#include "lint/support/Text.h"

#include <vector>

namespace wikivet {
namespace {

/// Reports dates of a year or a month only in a column of dates with days.
class MixedDatePrecision final : public ColumnCheck {
public:
  explicit MixedDatePrecision(const Options &options) : options(&options) {}

private:
  void judgeColumn(const Table &table, uint32_t column, CheckContext &ctx) const override {
    const CellContents &contents = ctx.document().cellContents();
    if (!contents.isDateColumn(table, column))
      return;
    int64_t whole = 0;
    std::vector<const Cell *> coarse;
    for (const Cell *cell : contents.bodyCells(table, column)) {
      DatePrecision precision = contents.of(table, *cell).precision;
      if (precision == DatePrecision::Day)
        ++whole;
      else if (precision != DatePrecision::None)
        coarse.push_back(cell);
    }
    constexpr int64_t leastPercent = 80;
    auto all = whole + static_cast<int64_t>(coarse.size());
    if (whole < options->integer("minimum-dates") || whole * 100 < all * leastPercent)
      return;
    constexpr uint32_t longest = 50;
    for (const Cell *cell : coarse)
      ctx.report(cell->place(), "found")
          .arg("date", shorten(ctx.document().source().text(cell->place()), longest))
          .arg("column", table.columnName(column))
          .arg("whole", whole);
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(mixed_date_precision, MixedDatePrecision)
