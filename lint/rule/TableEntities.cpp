// SPDX-License-Identifier: MIT
#include "lint/rule/TableEntities.h"

#include "lint/model/CellContents.h"
#include "lint/model/PlainText.h"
#include "lint/support/YamlWord.h"

#include <algorithm>

namespace wikivet {

namespace {

bool isGridCell(Node node, const Document &document) {
  return document.tables().find(node).cell != nullptr;
}
bool cellColumn(Node node, const Document &document, PartText &out) {
  auto [table, cell] = document.tables().find(node);
  if (cell->column >= table->columnHeaders.size())
    return false;
  out = std::string_view(table->columnHeaders[cell->column]);
  return true;
}
bool cellRowLabel(Node node, const Document &document, PartText &out) {
  auto [table, cell] = document.tables().find(node);
  out = table->rowLabel(cell->row);
  return true;
}
bool cellIsHeader(Node node, const Document &document) {
  return document.tables().find(node).cell->isHeader;
}
bool cellIsEmpty(Node node, const Document &document) {
  auto [table, cell] = document.tables().find(node);
  return document.cellContents().of(*table, *cell).isBlank();
}
bool cellText(Node node, const Document &document, PartText &out) {
  auto [table, cell] = document.tables().find(node);
  out = std::string_view(document.cellContents().of(*table, *cell).text);
  return true;
}
bool cellType(Node node, const Document &document, PartText &out) {
  auto [table, cell] = document.tables().find(node);
  out = nameOf(cellKindWords, document.cellContents().of(*table, *cell).kind);
  return true;
}
bool cellColumnType(Node node, const Document &document, PartText &out) {
  auto [table, cell] = document.tables().find(node);
  out = nameOf(cellKindWords, document.cellContents().column(*table, cell->column).kind);
  return true;
}
std::optional<int64_t> rowCells(Node node, const Document & /*document*/) {
  return std::ranges::distance(node.children().begin(), node.children().end());
}
bool isGrid(Node node, const Document &document) { return document.tables().at(node) != nullptr; }
std::optional<int64_t> tableRows(Node node, const Document &document) {
  const Table *table = document.tables().at(node);
  return table ? static_cast<int64_t>(table->grid.size() - table->headerRowCount) : 0;
}
std::optional<int64_t> tableColumns(Node node, const Document &document) {
  const Table *table = document.tables().at(node);
  return table ? table->columnCount : 0;
}
bool tableCaption(Node node, const Document & /*document*/, PartText &out) {
  Node caption = node.child(NodeKind::TableCaption);
  if (caption)
    out = plainText(caption);
  return static_cast<bool>(caption);
}

constexpr EntityPart cellParts[] = {
    {.name = "column", .text = cellColumn},      {.name = "content", .text = cellText},
    {.name = "type", .text = cellType},          {.name = "column-type", .text = cellColumnType},
    {.name = "row-label", .text = cellRowLabel}, {.name = "header", .flag = cellIsHeader},
    {.name = "empty", .flag = cellIsEmpty}};
constexpr EntityPart rowParts[] = {{.name = "cells", .number = rowCells}};
constexpr EntityPart tableParts[] = {{.name = "caption", .text = tableCaption},
                                     {.name = "rows", .number = tableRows},
                                     {.name = "columns", .number = tableColumns}};

} // namespace

Entity cellEntity() {
  return {"cell",
          {NodeKind::TableCell, NodeKind::TableHeaderCell, NodeKind::Element},
          cellParts,
          isGridCell};
}
Entity rowEntity() { return {"row", {NodeKind::TableRow}, rowParts}; }
Entity tableEntity() { return {"table", {NodeKind::Table, NodeKind::Element}, tableParts, isGrid}; }

} // namespace wikivet
