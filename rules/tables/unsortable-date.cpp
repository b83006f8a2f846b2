// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/rule/TableCheck.h"

#include <vector>

namespace wikivet {
namespace {

/// Reports dates without a key to sort by in a sortable column whose other dates have one.
class UnsortableDate final : public ColumnCheck {
public:
  explicit UnsortableDate(const Options &options) : options(&options) {}

private:
  void judge(const Table &table, CheckContext &ctx) const override {
    if (table.hasClass("sortable"))
      ColumnCheck::judge(table, ctx);
  }

  void judgeColumn(const Table &table, uint32_t column, CheckContext &ctx) const override {
    const CellContents &contents = ctx.document().cellContents();
    if (!contents.isDateColumn(table, column))
      return;
    int64_t keyed = 0;
    std::vector<const Cell *> plain;
    for (const Cell *cell : contents.bodyCells(table, column)) {
      const CellContent &content = contents.of(table, *cell);
      if (content.hasSortKey ||
          options->stringList("sort-templates").contains(content.dateTemplate))
        ++keyed;
      else if (content.kind == CellKind::Date && !content.hasTemplate)
        plain.push_back(cell);
    }
    if (keyed < options->integer("minimum-keys") || plain.size() > static_cast<uint64_t>(keyed))
      return;
    for (const Cell *cell : plain)
      ctx.report(cell->place(), "found")
          .arg("date", contents.of(table, *cell).text)
          .arg("column", table.columnName(column))
          .arg("keyed", keyed);
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unsortable_date, UnsortableDate)
