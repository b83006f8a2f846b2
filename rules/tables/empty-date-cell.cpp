// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/rule/TableCheck.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {
namespace {

bool hasAnyPhrase(std::string_view header, const StringList &phrases) {
  return std::ranges::any_of(phrases.items,
                             [&](const std::string &phrase) { return holdsWords(header, phrase); });
}

/// Reports blank cells in columns of dates.
class EmptyDateCell final : public ColumnCheck {
public:
  explicit EmptyDateCell(const Options &options) : options(&options) {}

private:
  void judgeColumn(const Table &table, uint32_t column, CheckContext &ctx) const override {
    const std::string &header = table.columnHeaders[column];
    const CellContents &contents = ctx.document().cellContents();
    const ColumnProfile &profile = contents.column(table, column);
    bool isDateColumn =
        options->stringList("date-columns").contains(header)
            ? profile.kind == CellKind::Date
            : contents.isDateColumn(table, column) &&
                  !hasAnyPhrase(lowerCase(header), options->stringList("ignored-headers"));
    if (!isDateColumn || profile.blank >= profile.dates)
      return;
    for (const Cell *cell : contents.bodyCells(table, column))
      if (contents.of(table, *cell).isBlank())
        report(*cell, contents.of(table, *cell), table, ctx);
  }

  static void report(const Cell &cell, const CellContent &content, const Table &table,
                     CheckContext &ctx) {
    constexpr uint32_t longest = 50;
    std::string label = shorten(table.rowLabel(cell.row), longest);
    ctx.report(cell.place(), content.kind == CellKind::Comment     ? "comment"
                             : content.kind == CellKind::BlankDate ? "template"
                                                                   : "empty")
        .arg("column", table.columnName(cell.column))
        .arg("row", label.empty() ? "" : fmt::format(" for '{}'", label))
        .arg("template", fmt::format("{{{{{}}}}}", content.dateTemplate));
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(empty_date_cell, EmptyDateCell)
