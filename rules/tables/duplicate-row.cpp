// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/rule/TableCheck.h"
#include "lint/support/Text.h"

#include <string>
#include <unordered_map>

namespace wikivet {
namespace {

/// Reports rows of a data table that say just what an earlier row says.
class DuplicateRow final : public TableCheck {
public:
  explicit DuplicateRow(const Options &options) : options(&options) {}

private:
  void judge(const Table &table, CheckContext &ctx) const override {
    std::unordered_map<std::string, uint32_t> seen;
    for (uint32_t row = table.headerRowCount; row < table.grid.size(); ++row) {
      std::string key = keyOf(table, row, ctx.document());
      if (key.empty())
        continue;
      auto [earlier, isNew] = seen.try_emplace(std::move(key), row);
      if (isNew)
        continue;
      constexpr uint32_t longest = 50;
      ctx.report(spanOf(table, row), "found")
          .arg("label", shorten(table.rowLabel(row), longest))
          .related(spanOf(table, earlier->second), "first");
    }
  }

  /// The row's wikitext cell by cell; empty if it says too little, or shares cells with other rows.
  std::string keyOf(const Table &table, uint32_t row, const Document &document) const {
    std::string key;
    int64_t texts = 0;
    for (uint32_t column = 0; column < table.grid[row].size(); ++column) {
      const Cell *cell = table.at(row, column);
      if (!cell || cell->rowSpan > 1)
        return {};
      if (cell->column < column)
        continue;
      const CellContent &content = document.cellContents().of(table, *cell);
      texts += content.isFilled() && content.kind != CellKind::Number && !cell->isHeader;
      key += trim(document.source().text(cell->content));
      key += '\0';
    }
    return texts >= options->integer("minimum-texts") ? key : "";
  }

  static Span spanOf(const Table &table, uint32_t row) {
    const Cell *first = table.at(row, 0);
    auto last = static_cast<uint32_t>(table.grid[row].size()) - 1;
    return {.begin = first->place().begin, .end = table.at(row, last)->place().end};
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(duplicate_row, DuplicateRow)
