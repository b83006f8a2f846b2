// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/rule/TableCheck.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <vector>

namespace wikivet {
namespace {

/// Reports the one number of a column that counts the rows up or down, if it is another row's.
class DuplicateRowNumber final : public ColumnCheck {
public:
  explicit DuplicateRowNumber(const Options &options) : options(&options) {}

private:
  struct Numbered {
    const Cell *cell;
    int64_t number;
  };

  void judgeColumn(const Table &table, uint32_t column, CheckContext &ctx) const override {
    std::vector<Numbered> rows = numberedRows(table, column, ctx.document());
    if (rows.size() < static_cast<uint64_t>(options->integer("minimum-rows")))
      return;
    // The first or the second number is right, as only one is wrong.
    for (int64_t step : {1, -1})
      for (int64_t first : {rows[0].number, rows[1].number - step}) {
        auto due = [&](size_t index) { return first + step * static_cast<int64_t>(index); };
        size_t wrong = 0, differing = 0;
        for (size_t i = 0; i < rows.size(); ++i)
          if (rows[i].number != due(i)) {
            wrong = i;
            ++differing;
          }
        if (differing > 1)
          continue;
        ctx.countComparison();
        if (differing == 1)
          judgeNumber(table, rows, wrong, due(wrong), ctx);
        return;
      }
  }

  void judgeNumber(const Table &table, const std::vector<Numbered> &rows, size_t wrong, int64_t due,
                   CheckContext &ctx) const {
    auto other = std::ranges::find_if(rows, [&](const Numbered &row) {
      return row.cell != rows[wrong].cell && row.number == rows[wrong].number;
    });
    if (other == rows.end() || mayBeTie(table, *other->cell, *rows[wrong].cell))
      return;
    constexpr uint32_t longest = 30;
    ctx.report(rows[wrong].cell->place(), "found")
        .arg("number", rows[wrong].number)
        .arg("due", due)
        .arg("column", table.columnName(rows[wrong].cell->column, longest))
        .related(other->cell->place(), "other");
  }

  /// The rows with a whole number in a column, perhaps with a "#" before it or a full stop behind.
  static std::vector<Numbered> numberedRows(const Table &table, uint32_t column,
                                            const Document &document) {
    std::vector<Numbered> rows;
    const CellContents &contents = document.cellContents();
    for (uint32_t row = table.headerRowCount; row < table.grid.size(); ++row) {
      const Cell *cell = table.at(row, column);
      if (!cell || cell->row != row || cell->columnSpan > 1 || contents.isTotalRow(table, row))
        continue;
      if (std::optional<int64_t> number = rowNumber(contents.of(table, *cell).text))
        rows.push_back({.cell = cell, .number = *number});
    }
    return rows;
  }

  static std::optional<int64_t> rowNumber(std::string_view text) {
    if (text.starts_with('#'))
      text.remove_prefix(1);
    if (text.ends_with('.'))
      text.remove_suffix(1);
    // Greater ones are years.
    constexpr size_t mostDigits = 3;
    int64_t number = 0;
    bool isNumber =
        !text.empty() && text.size() <= mostDigits && std::ranges::all_of(text, isDigit);
    if (isNumber)
      std::from_chars(text.data(), text.data() + text.size(), number);
    return isNumber ? std::optional(number) : std::nullopt;
  }

  /// Whether two rows may share a rank: they stand one after the other and have something in
  /// common.
  static bool mayBeTie(const Table &table, const Cell &left, const Cell &right) {
    // A row may be about something that is spread over several.
    if (left.row + left.rowSpan != right.row && right.row + right.rowSpan != left.row)
      return false;
    for (uint32_t column = 0; column < table.columnCount; ++column) {
      const Cell *one = table.at(left.row, column), *other = table.at(right.row, column);
      if (column == left.column || !one || !other)
        continue;
      std::string_view text = sourceOf(*one);
      if (one == other || (!text.empty() && text == sourceOf(*other)))
        return true;
    }
    return false;
  }

  static std::string_view sourceOf(const Cell &cell) {
    return trim(cell.node.tree().sourceText().substr(cell.content.begin, cell.content.size()));
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(duplicate_row_number, DuplicateRowNumber)
