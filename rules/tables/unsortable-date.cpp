// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <vector>

namespace wikivet {
namespace {

/// Reports dates without a key to sort by in a sortable column whose other dates have one.
class UnsortableDate final : public Check {
public:
  explicit UnsortableDate(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    for (const Table &table : ctx.document().tables().all())
      if (table.headerRowCount > 0 && table.hasClass("sortable"))
        for (uint32_t column = 0; column < table.columnCount; ++column)
          judgeColumn(table, column, ctx);
  }

private:
  void judgeColumn(const Table &table, uint32_t column, CheckContext &ctx) const {
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
    constexpr uint32_t longest = 50;
    for (const Cell *cell : plain)
      ctx.report(cell->place(), "found")
          .arg("date", contents.of(table, *cell).text)
          .arg("column", shorten(table.columnHeaders[column], longest))
          .arg("keyed", keyed);
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unsortable_date, UnsortableDate)
