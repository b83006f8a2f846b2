// SPDX-License-Identifier: MIT
#include "lint/model/Lists.h"
#include "lint/model/Sorted.h"
#include "lint/model/Tables.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wikivet {
namespace {

struct Year {
  uint32_t value;
  Span place;
};

/// The first number of four digits in a text that may be a year.
std::optional<Year> firstYear(const Tree &tree, Span within) {
  std::string_view text = tree.sourceText().substr(within.begin, within.size());
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size() && isDigit(text[end]))
      ++end;
    if (end - i == 4 && (text[i] == '1' || text.substr(i, 2) == "20")) {
      Year year{.value = 0, .place = tree.spanOf(text.substr(i, 4))};
      std::from_chars(text.data() + i, text.data() + end, year.value);
      return year;
    }
    i = std::max(end, i + 1);
  }
  return std::nullopt;
}

/// Reports a year that alone breaks the order of a list or of a table's first column.
class UnsortedYear final : public Check {
public:
  explicit UnsortedYear(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    const Tree &tree = ctx.document().tree();
    forEachList(tree, [&](std::span<const Node> items) {
      for (Node item : items)
        add(firstYear(tree, tree.spanOf(beginning(item))));
      judge(ctx);
    });
    for (const Table &table : ctx.document().tables().all()) {
      for (uint32_t row = table.headerRowCount; row < table.grid.size(); ++row)
        if (const Cell *cell = table.at(row, 0); cell && cell->row == row && cell->columnSpan == 1)
          add(firstYear(tree, cell->content));
      judge(ctx);
    }
  }

private:
  /// The first four bytes of an item without the signs of bold text and links.
  static std::string_view beginning(Node item) {
    std::string_view text = item.text().substr(item.firstChild().span().size());
    size_t begin = std::min(text.find_first_not_of(" '["), text.size());
    return text.substr(begin, 4);
  }

  void add(const std::optional<Year> &year) {
    if (year)
      years.push_back(*year);
    else
      ++without;
  }

  void judge(CheckContext &ctx) {
    if (std::ssize(years) >= options->integer("minimum-years") && without == 0)
      report(ctx);
    years.clear();
    without = 0;
  }

  void report(CheckContext &ctx) {
    auto isRising = [](const Year &left, const Year &right) { return left.value <= right.value; };
    auto isFalling = [](const Year &left, const Year &right) { return left.value >= right.value; };
    std::span<const Year> all(years);
    std::optional<size_t> wrong = years.back().value >= years.front().value
                                      ? oneOutOfOrder(all, isRising)
                                      : oneOutOfOrder(all, isFalling);
    // At the ends another series may begin, or the same one again.
    if (!wrong || *wrong == 0 || *wrong + 1 == years.size())
      return;
    auto year = [&](size_t index) { return static_cast<int64_t>(years[index].value); };
    ctx.report(years[*wrong].place, "found")
        .arg("year", year(*wrong))
        .arg("before", year(*wrong - 1))
        .arg("after", year(*wrong + 1))
        .arg("count", std::ssize(years) - 1);
  }

  const Options *options;
  std::vector<Year> years;
  uint32_t without = 0; ///< items and cells that have none
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unsorted_year, UnsortedYear)
