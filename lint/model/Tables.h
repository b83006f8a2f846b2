// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"
#include "lint/syntax/Tree.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

class Document;

/// A cell of a table, where HTML's table model puts it.
struct Cell {
  Node node;    ///< table_cell, table_header_cell, or element (td, th)
  Span content; ///< without delimiter and attributes
  uint32_t row = 0;
  uint32_t column = 0;
  uint32_t rowSpan = 1;
  uint32_t columnSpan = 1;
  bool isHeader = false;

  /// What there is in the cell without blanks around it and comments before it, or its delimiter if
  /// there is nothing.
  Span place() const;
};

/// A table as a grid. Rows without cells are left out, as MediaWiki leaves them out.
struct Table {
  static constexpr uint32_t noCell = UINT32_MAX;

  Node node;                               ///< table, or element (table)
  std::vector<Cell> cells;                 ///< in document order
  std::vector<std::vector<uint32_t>> grid; ///< for each row, the cell in each column, or noCell
  uint32_t columnCount = 0;
  uint32_t headerRowCount = 0; ///< leading rows that hold header cells only
  /// For each column, the plain text of the header cells above, joined by blanks.
  std::vector<std::string> columnHeaders;

  /// The cell that covers a place of the grid, or null.
  const Cell *at(uint32_t row, uint32_t column) const;
  /// Whether the table is of a class, as "wikitable" or "sortable".
  bool hasClass(std::string_view name) const;
  /// What a message calls a column: its header, cut to so many code points, or its number from 1 if
  /// it has none.
  std::string columnName(uint32_t column, uint32_t longest = 50) const;
  /// What a row is about: the plain text of its first cell, or the first argument of a template in
  /// it (a flag, say).
  std::string rowLabel(uint32_t row) const;
};

/// The tables of a page in document order, nested ones too, written in wikitext or in HTML.
class Tables {
public:
  explicit Tables(const Document &document);

  const std::vector<Table> &all() const { return tables; }

  /// The table at a node, or null.
  const Table *at(Node node) const;

  struct Place {
    const Table *table = nullptr; ///< null if the node is no cell of a table
    const Cell *cell = nullptr;
  };
  /// Where a cell's node stands.
  Place find(Node cell) const;

private:
  std::vector<Table> tables;
  /// Node index, table, cell; sorted.
  std::vector<std::array<uint32_t, 3>> places;
};

/// The bytes of a cell after its delimiter and attributes.
Span cellContent(Node cell);

} // namespace wikivet
