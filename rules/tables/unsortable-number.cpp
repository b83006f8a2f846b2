// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/model/Prose.h"
#include "lint/rule/TableCheck.h"
#include "lint/support/Text.h"

namespace wikivet {
namespace {

/// Reports texts without a key to sort by in a sortable column of numbers.
class UnsortableNumber final : public ColumnCheck {
public:
  explicit UnsortableNumber(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    const Document &page = ctx.document();
    // Without a known wiki, separators are read as in English.
    if (!page.wiki().id.empty() || !page.prose().isForeignTo("en"))
      ColumnCheck::finish(ctx);
  }

private:
  void judge(const Table &table, CheckContext &ctx) const override {
    if (table.hasClass("sortable"))
      ColumnCheck::judge(table, ctx);
  }

  void judgeColumn(const Table &table, uint32_t column, CheckContext &ctx) const override {
    const CellContents &contents = ctx.document().cellContents();
    const ColumnProfile &profile = contents.column(table, column);
    constexpr uint32_t leastPercent = 80;
    if (profile.numbers < static_cast<uint64_t>(options->integer("minimum-numbers")) ||
        profile.numbers * 100 < profile.filled * leastPercent)
      return;
    constexpr uint32_t longest = 50;
    for (const Cell *cell : contents.bodyCells(table, column)) {
      const CellContent &content = contents.of(table, *cell);
      if (content.kind == CellKind::Text && !content.hasTemplate && !content.hasSortKey)
        ctx.report(cell->place(), "found")
            .arg("content", shorten(content.text, longest))
            .arg("column", table.columnName(column))
            .arg("numbers", static_cast<int64_t>(profile.numbers));
    }
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unsortable_number, UnsortableNumber)
