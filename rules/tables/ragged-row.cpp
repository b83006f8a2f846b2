// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/rule/TableCheck.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace wikivet {
namespace {

/// Reports rows of a data table that end before or after the others.
class RaggedRow final : public TableCheck {
public:
  explicit RaggedRow(const Options &options) : options(&options) {}

private:
  void judge(const Table &table, CheckContext &ctx) const override {
    auto rows = static_cast<uint32_t>(table.grid.size()), first = table.headerRowCount;
    if (rows < first + static_cast<uint64_t>(options->integer("minimum-rows")))
      return;
    std::vector<uint32_t> widths(table.columnCount + 1);
    for (uint32_t row = first; row < rows; ++row)
      ++widths[table.grid[row].size()];
    auto usual = static_cast<uint32_t>(std::ranges::max_element(widths) - widths.begin());
    constexpr uint32_t leastPercent = 75;
    if (widths[usual] * 100 < (rows - first) * leastPercent ||
        headerWidth(table, first - 1, usual) != usual)
      return;
    for (uint32_t row = first - 1; row < rows; ++row)
      if (table.grid[row].size() != usual && isOrdinary(table, row, ctx.document()))
        report(table, row, usual, ctx);
  }

  /// How many columns a row of headers fills. Cells behind them that are no headers say nothing:
  /// they stick out.
  static uint32_t headerWidth(const Table &table, uint32_t row, uint32_t usual) {
    auto width = static_cast<uint32_t>(table.grid[row].size());
    for (; width > usual; --width)
      if (const Cell *cell = table.at(row, width - 1); !cell || cell->isHeader)
        break;
    return width;
  }

  /// Whether a row is like the others but for its length: not a heading, nor one with spans, nor a
  /// total.
  static bool isOrdinary(const Table &table, uint32_t row, const Document &document) {
    uint32_t cells = 0;
    for (uint32_t column = 0; column < table.grid[row].size(); ++column) {
      const Cell *cell = table.at(row, column);
      if (!cell)
        return false;
      if (cell->columnSpan > 1 || (cell->isHeader && column > 0 && row >= table.headerRowCount))
        return false;
      cells += cell->row == row;
    }
    return cells > 1 && !document.cellContents().isTotalRow(table, row);
  }

  static void report(const Table &table, uint32_t row, uint32_t usual, CheckContext &ctx) {
    auto width = static_cast<uint32_t>(table.grid[row].size());
    bool isShort = width < usual;
    // The last cell of its own, or the first one too many.
    const Cell *cell = table.at(row, isShort ? width - 1 : usual);
    for (uint32_t column = width; isShort && cell->row != row && column > 0; --column)
      cell = table.at(row, column - 1);
    constexpr uint32_t longest = 50;
    ctx.report(cell->place(), isShort ? "short" : "long")
        .arg("label", shorten(table.rowLabel(row), longest))
        .arg("width", width)
        .arg("usual", usual)
        .arg("column", isShort ? table.columnName(width) : "");
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(ragged_row, RaggedRow)
