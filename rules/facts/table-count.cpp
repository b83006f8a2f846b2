// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"
#include "lint/model/Enumeration.h"
#include "lint/model/Language.h"
#include "lint/model/Prose.h"
#include "lint/model/Sections.h"
#include "lint/model/Tables.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <optional>

namespace wikivet {
namespace {

/// Compares announced numbers with the rows of the table that follows.
class TableCount final : public Check {
public:
  explicit TableCount(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    const Tables &tables = ctx.document().tables();
    language = tables.all().empty() ? nullptr : ctx.document().prose().language();
    if (!language)
      return;
    // "List of the 12 bridges of Zenda"
    const std::string &title = ctx.document().source().title();
    if (std::optional<Announcement> announcement =
            announcementWithin(tokenize(title, *language), *language))
      compare(*announcement, {}, title.substr(announcement->span.begin, announcement->span.size()),
              UINT32_MAX, ctx);
    for (const Block &block : ctx.document().prose().blocks())
      if (block.kind == BlockKind::Paragraph)
        for (Span sentence : block.sentences)
          judge(block, sentence, ctx);
  }

private:
  void judge(const Block &block, Span sentence, CheckContext &ctx) {
    std::string_view text = block.sentence(sentence);
    bool endsWithColon = text.ends_with(':');
    auto holds = [&](const std::string &word) { return holdsWords(text, word); };
    bool introduces = std::ranges::any_of(language->followers, holds) ||
                      (block.section == 0 && std::ranges::any_of(language->listWords, holds));
    if ((!endsWithColon && !introduces) || language->saysEtc(text))
      return;
    // No page announces so many tables; a hostile one must not take quadratic time.
    constexpr uint32_t mostAnnouncements = 100;
    if (announcements++ >= mostAnnouncements)
      return;
    std::vector<Token> tokens = tokenize(text, *language, sentence.begin);
    if (endsWithColon)
      tokens.pop_back();
    std::optional<Announcement> announcement =
        introduces ? announcementWithin(tokens, *language) : announcementAtEnd(tokens, *language);
    if (!announcement)
      return;
    // A list of the whole page is announced in its lead.
    uint32_t end =
        block.section == 0 ? UINT32_MAX : ctx.document().sections().all()[block.section].end;
    compare(*announcement, block.sourceOf(announcement->span), block.sentence(announcement->span),
            end, ctx);
  }

  /// Compares with the tables between a place in the source, empty if the page's title announces
  /// them, and `end`.
  void compare(const Announcement &announcement, Span place, std::string_view claim, uint32_t end,
               CheckContext &ctx) const {
    const Table *table = nullptr;
    int64_t rows = 0, first = 0;
    uint32_t count = 0;
    int64_t slack = options->integer("minimum-difference") - 1;
    for (const Table &candidate : ctx.document().tables().all()) {
      if (candidate.node.begin() < place.begin || candidate.node.begin() >= end)
        continue;
      std::vector<int64_t> columns =
          countItems(candidate, announcement.noun, ctx.document().cellContents());
      if (columns.empty())
        continue;
      if (count++ == 0) {
        table = &candidate;
        first = columns.front();
        // Two columns may be two halves of one table.
        int64_t sum = 0;
        for (int64_t column : columns)
          sum += column;
        if (announcement.allows(*std::ranges::min_element(columns),
                                *std::ranges::max_element(columns), slack) ||
            announcement.allows(sum, sum, slack)) {
          ctx.countComparison();
          return;
        }
      }
      rows += columns.front();
      if (announcement.allows(rows, rows, slack)) {
        ctx.countComparison();
        return;
      }
    }
    // Of several tables nobody can tell which are meant.
    if (count != 1)
      return;
    ctx.countComparison();
    Span start{.begin = table->node.begin(), .end = table->node.begin() + 2};
    Finding finding = ctx.report(place.empty() ? start : place, "conflict");
    finding.arg("claim", claim).arg("count", first);
    if (!place.empty())
      finding.related(start, "table");
  }

  /// How many cells there are below each header that names what is counted.
  std::vector<int64_t> countItems(const Table &table, std::string_view noun,
                                  const CellContents &contents) const {
    std::vector<int64_t> counts;
    std::string nounClass = language->classOf(noun);
    for (uint32_t column = 0; column < table.columnCount && table.headerRowCount > 0; ++column)
      if (names(table.columnHeaders[column], nounClass))
        if (int64_t count = countCells(table, column, contents); count > 0)
          counts.push_back(count);
    return counts;
  }

  /// Whether a header's words begin with the noun: "Country", "Country and capital".
  bool names(const std::string &header, std::string_view nounClass) const {
    std::vector<Token> words = tokenize(header, *language);
    return !words.empty() && language->classOf(words[0].lower) == nounClass;
  }

  /// Cells of a column that name something: without headers, headings across the table and sums.
  static int64_t countCells(const Table &table, uint32_t column, const CellContents &contents) {
    int64_t count = 0;
    for (uint32_t row = table.headerRowCount; row < table.grid.size(); ++row) {
      const Cell *cell = table.at(row, column);
      if (!cell || cell->row != row || cell->columnSpan > 1 || isHeaderRow(table, row) ||
          contents.isTotalRow(table, row))
        continue;
      std::string_view source = table.node.tree().sourceText();
      count += !trim(source.substr(cell->content.begin, cell->content.size())).empty();
    }
    return count;
  }

  static bool isHeaderRow(const Table &table, uint32_t row) {
    return std::ranges::all_of(table.grid[row], [&](uint32_t index) {
      return index == Table::noCell || table.cells[index].isHeader;
    });
  }

  const Options *options;
  const Language *language = nullptr;
  uint32_t announcements = 0; ///< sentences that were looked at
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(table_count, TableCount)
