// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/model/Prose.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace wikivet {
namespace {

/// What a column's total says and what the rows above it come to.
struct ColumnSum {
  const Cell *total;
  uint32_t column;
  double stated, sum;
  uint32_t decimals; ///< most digits behind the separator in the column
  uint32_t numbers;

  /// Whether they agree as far as rounding of each row allows.
  bool agrees() const {
    double step = std::pow(10.0, -static_cast<double>(decimals));
    double slack = decimals > 0 ? step * (numbers + 1) / 2 : 0.5;
    return std::abs(stated - sum) <= slack + 1e-9;
  }
};

/// Reports a total that is not the sum of its column, where another column of the same row is.
class ColumnTotalMismatch final : public Check {
public:
  explicit ColumnTotalMismatch(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    const Document &page = ctx.document();
    // Without a known wiki, separators are read as in English.
    if (page.wiki().id.empty() && page.prose().isForeignTo("en"))
      return;
    for (const Table &table : page.tables().all()) {
      uint32_t first = table.headerRowCount;
      for (uint32_t row = first; row < table.grid.size(); ++row)
        if (page.cellContents().isTotalRow(table, row)) {
          judge(table, first, row, ctx);
          first = row + 1;
        }
    }
  }

private:
  /// `total` is the row of the totals of the rows from `first` on.
  void judge(const Table &table, uint32_t first, uint32_t total, CheckContext &ctx) const {
    std::vector<ColumnSum> sums;
    for (uint32_t column = 1; column < table.grid[total].size(); ++column)
      if (auto sum = sumOf(table, first, total, column, ctx.document().cellContents()))
        sums.push_back(*sum);
    auto right = static_cast<size_t>(
        std::ranges::count_if(sums, [](const ColumnSum &sum) { return sum.agrees(); }));
    // A row of which most columns don't add up is the total of something else.
    if (right == 0 || sums.size() - right > right)
      return;
    for (const ColumnSum &sum : sums) {
      if (sum.agrees())
        continue;
      constexpr uint32_t longest = 40;
      ctx.report(sum.total->place(), "found")
          .arg("stated", ctx.document().cellContents().of(table, *sum.total).text)
          .arg("sum", fmt::format("{:.{}f}", sum.sum, sum.decimals))
          .arg("numbers", static_cast<int64_t>(sum.numbers))
          .arg("column", table.columnName(sum.column, longest));
    }
  }

  /// Nothing if a cell is no number nor says that there is none, or if the column is none to add
  /// up.
  std::optional<ColumnSum> sumOf(const Table &table, uint32_t first, uint32_t total,
                                 uint32_t column, const CellContents &contents) const {
    const Cell *cell = table.at(total, column);
    if (!cell || cell->row != total || cell->columnSpan > 1)
      return std::nullopt;
    const CellContent &stated = contents.of(table, *cell);
    if (!stated.number || stated.isPercentage || stated.hasTemplate || isRatio(table, column))
      return std::nullopt;
    ColumnSum sum{.total = cell,
                  .column = column,
                  .stated = *stated.number,
                  .sum = 0,
                  .decimals = stated.decimals,
                  .numbers = 0};
    for (uint32_t row = first; row < total; ++row) {
      const Cell *part = table.at(row, column);
      if (!part || part->row != row || part->columnSpan > 1)
        return std::nullopt;
      const CellContent &content = contents.of(table, *part);
      if (content.number && !content.hasTemplate && !content.isPercentage) {
        sum.sum += *content.number;
        sum.decimals = std::max(sum.decimals, content.decimals);
        ++sum.numbers;
      } else if (content.isFilled()) {
        return std::nullopt;
      }
    }
    return sum.numbers >= options->integer("minimum-numbers") ? std::optional(sum) : std::nullopt;
  }

  bool isRatio(const Table &table, uint32_t column) const {
    std::string header = lowerCase(table.columnHeaders[column]);
    return std::ranges::any_of(options->stringList("ratio-words").items, [&](const auto &word) {
      return header.find(word) != std::string::npos;
    });
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(column_total_mismatch, ColumnTotalMismatch)
