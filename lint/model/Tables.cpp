// SPDX-License-Identifier: MIT
#include "lint/model/Tables.h"

#include "lint/model/Document.h"
#include "lint/model/PlainText.h"
#include "lint/model/Tags.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <charconv>

namespace wikivet {

/// Length of a cell's delimiter: `|` `||` `!` `!!`, also written as templates.
static uint32_t delimiterLength(std::string_view cell) {
  for (std::string_view delimiter :
       {"{{!}}{{!}}", "{{!!}}", "{{!}}||", "{{!}}|", "{{!}}", "||", "|{{!}}", "!!", "|", "!"})
    if (cell.starts_with(delimiter))
      return static_cast<uint32_t>(delimiter.size());
  return 0;
}

/// The text before a cell's template where the template brings the pipe behind the attributes, as
/// in
/// `| colspan=2 {{n/a}}`; empty for other cells.
static std::string_view attributesBeforeTemplate(Node cell) {
  Node first = cell.firstChild();
  if (!first || !first.is(NodeKind::Text) || !first.nextSibling().is(NodeKind::Template))
    return {};
  std::string_view text = trim(first.text());
  bool isAttributes = isAnyOf(trim(text.substr(0, text.find('='))),
                              {"align", "bgcolor", "class", "colspan", "data-sort-value", "rowspan",
                               "scope", "style", "valign", "width"});
  return isAttributes && text.find('\n') == std::string_view::npos ? text : std::string_view();
}

Span cellContent(Node cell) {
  if (cell.is(NodeKind::Element)) {
    Node end = cell.child(NodeKind::EndTag);
    return {.begin = cell.firstChild().end(), .end = end ? end.begin() : cell.end()};
  }
  if (!attributesBeforeTemplate(cell).empty())
    return {.begin = cell.firstChild().end(), .end = cell.end()};
  std::string_view source = cell.tree().sourceText();
  uint32_t begin = cell.begin() + delimiterLength(cell.text());
  // Every byte is a child's but for punctuation, so the pipe after attributes is in a gap.
  uint32_t gap = begin;
  auto pipeEnd = [&](uint32_t end) -> uint32_t {
    std::string_view text = source.substr(gap, end - gap);
    if (size_t pipe = text.find('|'); pipe != std::string_view::npos)
      return gap + static_cast<uint32_t>(pipe) + 1;
    if (size_t pipe = text.find("{{!}}"); pipe != std::string_view::npos)
      return gap + static_cast<uint32_t>(pipe) + 5;
    return 0;
  };
  for (Node child : cell.children()) {
    if (child.begin() > gap)
      if (uint32_t end = pipeEnd(child.begin()); end > 0)
        return {.begin = end, .end = cell.end()};
    gap = child.end();
  }
  uint32_t end = cell.end() > gap ? pipeEnd(cell.end()) : 0;
  return {.begin = end > 0 ? end : begin, .end = cell.end()};
}

Span Cell::place() const {
  std::string_view inside = node.tree().sourceText().substr(content.begin, content.size());
  std::string_view inner = trim(inside);
  if (inner.empty())
    return {.begin = node.begin(), .end = content.begin};
  std::string_view shown = inner;
  while (shown.starts_with("<!--"))
    shown = trim(shown.substr(std::min(shown.find("-->"), shown.size() - 3) + 3));
  return node.tree().spanOf(shown.empty() ? inner : shown);
}

const Cell *Table::at(uint32_t row, uint32_t column) const {
  if (row >= grid.size() || column >= grid[row].size() || grid[row][column] == noCell)
    return nullptr;
  return &cells[grid[row][column]];
}

std::string Table::columnName(uint32_t column, uint32_t longest) const {
  const std::string &header = columnHeaders[column];
  return header.empty() ? std::to_string(column + 1) : shorten(header, longest);
}

bool Table::hasClass(std::string_view name) const {
  std::string value = attributeValue(attributeTag(node), "class");
  for (std::string_view rest = value; !rest.empty();) {
    size_t end = std::min(rest.find_first_of(" \t\n"), rest.size());
    if (rest.substr(0, end) == name)
      return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

/// Plain text of the header cells above a column.
static std::string columnHeader(const Table &table, uint32_t column) {
  std::string text;
  const Cell *last = nullptr;
  for (uint32_t row = 0; row < table.headerRowCount; ++row) {
    const Cell *cell = table.at(row, column);
    if (!cell || cell == last)
      continue;
    last = cell;
    text += (text.empty() ? "" : " ") + plainText(cell->node);
  }
  return collapseSpaces(text);
}

/// The plain text of a cell, or the first argument of a template in it.
static std::string cellLabel(Node node) {
  if (std::string text = plainText(node); !text.empty())
    return text;
  for (uint32_t i = node.index() + 1; i < node.subtreeEnd(); ++i) {
    Node argument = node.tree().node(i);
    if (argument.is(NodeKind::TemplateArgument) && !argument.child(NodeKind::ArgumentName))
      return collapseSpaces(argument.text().substr(1));
  }
  return {};
}

std::string Table::rowLabel(uint32_t row) const {
  std::string first;
  // A running number says less than the name beside it.
  for (uint32_t column = 0; column < 2; ++column) {
    const Cell *cell = at(row, column);
    std::string label = cell ? cellLabel(cell->node) : "";
    bool hasLetter = std::ranges::any_of(label, isLetterByte);
    if (hasLetter)
      return label;
    if (column == 0)
      first = label;
  }
  return first;
}

static bool isElement(Node node, std::string_view name) {
  return node.is(NodeKind::Element) && tagName(node) == name;
}

static bool isCell(Node node) {
  return node.isOneOf(NodeKind::TableCell, NodeKind::TableHeaderCell) || isElement(node, "td") ||
         isElement(node, "th");
}

/// The value of an attribute in a text that is no more than attributes.
static std::string_view valueIn(std::string_view attributes, std::string_view name) {
  for (size_t at = attributes.find(name); at != std::string_view::npos;
       at = attributes.find(name, at + 1)) {
    if (at > 0 && !isSpace(attributes[at - 1]))
      continue;
    std::string_view rest = trim(attributes.substr(at + name.size()));
    if (rest.starts_with('='))
      return unquote(rest.substr(1, rest.find(' ') - 1));
  }
  return {};
}

static uint32_t spanValue(Node cell, std::string_view attribute, uint32_t most) {
  std::string value = attributeValue(attributeTag(cell), attribute);
  if (value.empty())
    value = valueIn(attributesBeforeTemplate(cell), attribute);
  uint32_t number = 1;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return std::clamp(number, 1U, most);
}

namespace {

/// Puts the cells of a table, row after row, into the grid (WHATWG HTML, "forming a table").
class GridBuilder {
public:
  explicit GridBuilder(Table &table) : table(&table) {}

  void addRow(Node row) {
    auto rowIndex = static_cast<uint32_t>(table->grid.size());
    bool hasCells = false;
    uint32_t column = 0;
    for (Node node : row.children()) {
      if (!isCell(node))
        continue;
      if (!hasCells) {
        table->grid.emplace_back();
        continueSpans(rowIndex);
        hasCells = true;
      }
      while (column < table->grid[rowIndex].size() &&
             table->grid[rowIndex][column] != Table::noCell)
        ++column;
      place(node, rowIndex, column);
    }
    if (hasCells)
      table->columnCount =
          std::max(table->columnCount, static_cast<uint32_t>(table->grid[rowIndex].size()));
  }

private:
  /// Limits of HTML.
  static constexpr uint32_t mostColumns = 1000;
  static constexpr uint32_t mostRows = 65534;
  /// Places of the grid that spans may add for each cell: what is more is an attack, not a table.
  static constexpr size_t placesForCell = 100;

  struct OpenSpan {
    uint32_t cell;
    uint32_t endRow;
  };

  bool isFull() const { return placed > placesForCell * (table->cells.size() + 10); }

  void put(uint32_t row, uint32_t column, uint32_t cell) {
    std::vector<uint32_t> &places = table->grid[row];
    if (places.size() <= column)
      places.resize(column + 1, Table::noCell);
    if (places[column] == Table::noCell)
      places[column] = cell;
    ++placed;
  }

  /// Covers the places of a new row that cells of earlier rows reach into.
  void continueSpans(uint32_t row) {
    std::erase_if(open, [&](const OpenSpan &span) { return span.endRow <= row || isFull(); });
    for (const OpenSpan &span : open) {
      const Cell &cell = table->cells[span.cell];
      for (uint32_t i = 0; i < cell.columnSpan; ++i)
        put(row, cell.column + i, span.cell);
    }
  }

  void place(Node node, uint32_t row, uint32_t column) {
    auto index = static_cast<uint32_t>(table->cells.size());
    Cell cell{.node = node,
              .content = cellContent(node),
              .row = row,
              .column = column,
              .isHeader = node.is(NodeKind::TableHeaderCell) || isElement(node, "th")};
    if (!isFull()) {
      cell.columnSpan = spanValue(node, "colspan", mostColumns);
      cell.rowSpan = spanValue(node, "rowspan", mostRows);
    }
    table->cells.push_back(cell);
    for (uint32_t i = 0; i < cell.columnSpan; ++i)
      put(row, column + i, index);
    if (cell.rowSpan > 1)
      open.push_back({.cell = index, .endRow = row + cell.rowSpan});
  }

  Table *table;
  std::vector<OpenSpan> open;
  size_t placed = 0;
};

} // namespace

/// Whether each cell of a row is a header or says nothing.
static bool isHeaderRow(const Table &table, uint32_t row) {
  bool hasHeader = false;
  for (uint32_t index : table.grid[row]) {
    if (index == Table::noCell)
      continue;
    const Cell &cell = table.cells[index];
    hasHeader = hasHeader || cell.isHeader;
    std::string_view content =
        cell.node.tree().sourceText().substr(cell.content.begin, cell.content.size());
    if (!cell.isHeader && !trim(content).empty())
      return false;
  }
  return hasHeader;
}

Tables::Tables(const Document &document) {
  const Tree &tree = document.tree();
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    if (!node.is(NodeKind::Table) && !isElement(node, "table"))
      continue;
    Table table;
    table.node = node;
    GridBuilder builder(table);
    for (Node child : node.children())
      if (child.is(NodeKind::TableRow) || isElement(child, "tr"))
        builder.addRow(child);
    while (table.headerRowCount < table.grid.size() && isHeaderRow(table, table.headerRowCount))
      ++table.headerRowCount;
    for (uint32_t column = 0; column < table.columnCount; ++column)
      table.columnHeaders.push_back(columnHeader(table, column));
    auto index = static_cast<uint32_t>(tables.size());
    for (uint32_t cell = 0; cell < table.cells.size(); ++cell)
      places.push_back({table.cells[cell].node.index(), index, cell});
    tables.push_back(std::move(table));
  }
  std::ranges::sort(places);
}

const Table *Tables::at(Node node) const { return findAt(tables, node, &Table::node); }

Tables::Place Tables::find(Node cell) const {
  auto found = std::ranges::lower_bound(places, cell.index(), {},
                                        [](const auto &place) { return place[0]; });
  if (found == places.end() || (*found)[0] != cell.index())
    return {};
  const Table &table = tables[(*found)[1]];
  return {.table = &table, .cell = &table.cells[(*found)[2]]};
}

} // namespace wikivet
