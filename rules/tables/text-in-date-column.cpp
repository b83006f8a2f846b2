// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/rule/TableCheck.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {
namespace {

/// Whether four digits that may be a year, or a month's name, stand in a text.
bool hasPartOfDate(std::string_view text, const Wiki &wiki) {
  std::string lower = lowerCase(text);
  std::string_view rest = lower;
  while (!rest.empty()) {
    size_t end = 0;
    bool isNumber = isDigit(rest.front());
    while (end < rest.size() && isDigit(rest[end]) == isNumber && rest[end] != ' ')
      ++end;
    std::string_view word = rest.substr(0, end);
    if ((isNumber && end == 4) || wiki.isWordIn("month", word))
      return true;
    rest.remove_prefix(std::max<size_t>(end, 1));
  }
  return false;
}

/// Reports texts in columns of dates.
class TextInDateColumn final : public ColumnCheck {
public:
  explicit TextInDateColumn(const Options &options) : options(&options) {}

private:
  void judgeColumn(const Table &table, uint32_t column, CheckContext &ctx) const override {
    const CellContents &contents = ctx.document().cellContents();
    const ColumnProfile &profile = contents.column(table, column);
    constexpr uint32_t leastPercent = 80;
    if (profile.dates < static_cast<uint64_t>(options->integer("minimum-dates")) ||
        profile.dates * 100 < profile.filled * leastPercent ||
        !contents.isDateColumn(table, column))
      return;
    for (const Cell *cell : contents.bodyCells(table, column)) {
      const CellContent &content = contents.of(table, *cell);
      constexpr uint32_t longest = 50;
      if (content.kind == CellKind::Text && !content.hasTemplate && !content.hasSortKey &&
          !hasPartOfDate(content.text, ctx.document().wiki()))
        ctx.report(cell->place(), "found")
            .arg("content", shorten(content.text, longest))
            .arg("column", table.columnName(column))
            .arg("dates", static_cast<int64_t>(profile.dates));
    }
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(text_in_date_column, TextInDateColumn)
