// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Tables.h"
#include "lint/support/YamlWord.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// What a reader finds in a cell.
enum class CellKind : uint8_t {
  Empty,         ///< nothing, or tags and blanks only
  Comment,       ///< nothing but a comment
  BlankDate,     ///< a template for dates without a date
  Placeholder,   ///< a dash, "unknown" or the like
  NotApplicable, ///< `{{n/a}}` or a template like it
  Date,          ///< a date or a range of dates, alone
  Number,        ///< a number alone, perhaps with a sign, a currency or "%"
  Link,          ///< a link alone
  Template,      ///< nothing but templates, files or references
  Text,
};

/// The words of the kinds, as rules write them.
inline constexpr YamlWord<CellKind> cellKindWords[] = {{"empty", CellKind::Empty},
                                                       {"comment", CellKind::Comment},
                                                       {"blank-date", CellKind::BlankDate},
                                                       {"placeholder", CellKind::Placeholder},
                                                       {"not-applicable", CellKind::NotApplicable},
                                                       {"date", CellKind::Date},
                                                       {"number", CellKind::Number},
                                                       {"link", CellKind::Link},
                                                       {"template", CellKind::Template},
                                                       {"text", CellKind::Text}};

enum class DatePrecision : uint8_t { None, Year, Month, Day };

struct CellContent {
  CellKind kind = CellKind::Empty;
  bool hasTemplate = false; ///< a template, file or reference stands in the cell
  bool hasSortKey = false;  ///< `data-sort-value`
  std::string text;         ///< what a reader reads, without what templates show
  std::string dateTemplate; ///< normalised name of a template for dates, with or without a date
  std::optional<double> number;
  uint32_t decimals = 0; ///< digits after the decimal separator of `number`
  bool isPercentage = false;
  DatePrecision precision = DatePrecision::None; ///< of a date

  /// Whether nobody has written anything about it.
  bool isBlank() const {
    return kind == CellKind::Empty || kind == CellKind::Comment || kind == CellKind::BlankDate;
  }
  /// Whether it says something of the kind that the column is about.
  bool isFilled() const {
    return !isBlank() && kind != CellKind::Placeholder && kind != CellKind::NotApplicable;
  }
};

/// How many cells of each kind a column has below its headers, each cell counted once. Header
/// cells, cells that span columns and rows that sum up the others are left out.
struct ColumnProfile {
  uint32_t filled = 0, blank = 0, dates = 0, numbers = 0, placeholders = 0;
  /// What most of the filled cells are: Date and Number from 60 %, else Text; Empty if none is
  /// filled.
  CellKind kind = CellKind::Empty;
};

/// What stands in the cells of the page's tables.
class CellContents {
public:
  explicit CellContents(const Document &document);

  /// `cell` is one of the table's.
  const CellContent &of(const Table &table, const Cell &cell) const;
  /// The cells of a column below its headers, each once. Left out are header cells, cells that span
  /// columns, which say something about several, and the cells of rows that sum up the others.
  std::vector<const Cell *> bodyCells(const Table &table, uint32_t column) const;
  const ColumnProfile &column(const Table &table, uint32_t column) const;
  /// Whether a column holds dates: its header says so, and at least three of its cells and 60 % of
  /// the filled ones are dates. Either sign alone is wrong half of the time.
  bool isDateColumn(const Table &table, uint32_t column) const;
  /// Whether a row's label says that it sums up the others.
  bool isTotalRow(const Table &table, uint32_t row) const;

private:
  struct Part {
    std::vector<CellContent> cells;
    std::vector<ColumnProfile> columns;
    std::vector<bool> totals;
  };
  const Part &part(const Table &table) const;

  const Document *page;
  const std::vector<Table> *tables;
  std::vector<Part> parts; ///< one for each table
};

} // namespace wikivet
