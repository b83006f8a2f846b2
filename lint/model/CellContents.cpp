// SPDX-License-Identifier: MIT
#include "lint/model/CellContents.h"

#include "lint/model/Date.h"
#include "lint/model/Document.h"
#include "lint/model/PlainNumber.h"
#include "lint/model/PlainText.h"
#include "lint/model/Tags.h"
#include "lint/model/Templates.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

namespace {

/// Whether a tag only changes how its content looks.
bool isPresentational(Node node) {
  return isAnyOf(tagName(node), {"center", "br", "small", "big", "span", "div", "font", "b", "i",
                                 "sup", "sub", "u", "em", "strong", "p"});
}

/// Signs that stand for nothing in every language.
bool isPlaceholderSign(std::string_view text) {
  return isAnyOf(text, {"-", "–", "—", "−", "?", "??", "...", "…", "--"});
}

/// `parts`: of a date, beside its year.
DatePrecision precisionOf(uint32_t parts) {
  return parts == 0 ? DatePrecision::Year : parts == 1 ? DatePrecision::Month : DatePrecision::Day;
}

/// Numbers of one or two digits.
uint32_t countSmallNumbers(std::string_view text) {
  uint32_t count = 0;
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size() && isDigit(text[end]))
      ++end;
    count += end > i && end - i <= 2;
    i = std::max(end, i + 1);
  }
  return count;
}

/// Whether a text holds a word of the set, or a phrase of it of two words, as whole words.
bool hasWordIn(std::string_view set, std::string_view lower, const Wiki &wiki) {
  size_t before = 0, last = std::string_view::npos; // where the word before this one begins
  for (size_t i = 0; i < lower.size();) {
    if (!isLetterByte(lower[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < lower.size() && isLetterByte(lower[end]))
      ++end;
    before = last;
    last = i;
    if (wiki.isWordIn(set, lower.substr(i, end - i)) ||
        (before != std::string_view::npos &&
         wiki.isWordIn(set, lower.substr(before, end - before))))
      return true;
    i = end;
  }
  return false;
}

/// Reads one cell.
class CellReader {
public:
  CellReader(const Document &document, const Cell &cell) : document(&document), cell(&cell) {}

  CellContent read() {
    const Tree &tree = document->tree();
    for (uint32_t i = cell->node.index() + 1; i < cell->node.subtreeEnd();) {
      Node node = tree.node(i);
      if (cell->content.contains(node.span())) {
        i = readNode(node);
      } else {
        if (node.is(NodeKind::Attribute) && isSortKey(node))
          content.hasSortKey = true;
        i = node.is(NodeKind::Attribute) ? node.subtreeEnd() : i + 1;
      }
    }
    if (hasText)
      content.text = plainText(cell->node);
    content.kind = judge();
    return std::move(content);
  }

private:
  static bool isSortKey(Node attribute) {
    return equalsIgnoringCase(attribute.firstChild().text(), "data-sort-value");
  }

  /// The node to go on with.
  uint32_t readNode(Node node) {
    switch (node.kind()) {
    case NodeKind::Comment:
      hasComment = true;
      break;
    case NodeKind::Text:
      hasText = hasText || !trim(node.text()).empty();
      break;
    case NodeKind::Entity:
      hasText = hasText || !trim(decodeEntity(node.text())).empty();
      break;
    case NodeKind::Element:
    case NodeKind::UnclosedTag:
    case NodeKind::VoidElement:
    case NodeKind::SelfClosedTag:
      content.hasTemplate = content.hasTemplate || !isPresentational(node);
      return node.index() + 1;
    case NodeKind::Template:
      readTemplate(*document->templates().at(node));
      break;
    case NodeKind::Wikilink:
      ++links;
      hasText = true;
      break;
    case NodeKind::StartTag:
    case NodeKind::EndTag:
    case NodeKind::StrayEndTag:
    case NodeKind::TagName:
    case NodeKind::Attribute:
    case NodeKind::ItalicMark:
    case NodeKind::BoldMark:
    case NodeKind::BoldItalicMark:
      break;
    case NodeKind::ExternalLink:
      hasText = true;
      content.hasTemplate = true;
      break;
    default:
      content.hasTemplate = true;
    }
    return node.subtreeEnd();
  }

  void readTemplate(const Template &call) {
    const Wiki &wiki = document->wiki();
    if (wiki.isTemplateIn("not-applicable", call.name)) {
      notApplicable = true;
    } else if (wiki.isTemplateIn("date", call.name)) {
      content.dateTemplate = call.name;
      auto numbers = std::ranges::count_if(call.arguments, [&](const Argument &argument) {
        return (!argument.named || isAnyOf(argument.name, {"year", "1"})) &&
               std::ranges::any_of(argument.text(document->tree()), isDigit);
      });
      hasDate = hasDate || numbers > 0;
      if (numbers > 0)
        content.precision = precisionOf(static_cast<uint32_t>(numbers) - 1);
    } else {
      content.hasTemplate = true;
    }
  }

  CellKind judge() {
    if (hasDate)
      return CellKind::Date;
    if (notApplicable)
      return CellKind::NotApplicable;
    if (content.text.empty()) {
      if (content.hasTemplate)
        return CellKind::Template;
      if (!content.dateTemplate.empty())
        return CellKind::BlankDate;
      return hasComment && !hasText ? CellKind::Comment : CellKind::Empty;
    }
    const Wiki &wiki = document->wiki();
    if (isPlaceholderSign(content.text) || wiki.isWordIn("placeholder", lowerCase(content.text)))
      return CellKind::Placeholder;
    bool hasMonth = false;
    auto classify = [&](std::string_view word) {
      if (wiki.isWordIn("month", word)) {
        hasMonth = true;
        return DateWord::Month;
      }
      return wiki.isWordIn("date", word) ? DateWord::Qualifier : DateWord::None;
    };
    auto plain = parsePlainNumber(content.text, wiki);
    if (plain) {
      content.number = plain->value;
      content.decimals = plain->decimals;
      content.isPercentage = content.text.ends_with('%');
    }
    if (isDateText(content.text, classify)) {
      content.precision = precisionOf(countSmallNumbers(content.text) + (hasMonth ? 1 : 0));
      return CellKind::Date;
    }
    if (plain && !content.hasTemplate)
      return CellKind::Number;
    return links == 1 && isOneLink() ? CellKind::Link : CellKind::Text;
  }

  bool isOneLink() const {
    std::string_view source = document->source().text(cell->content);
    std::string_view inner = trim(source);
    return inner.starts_with("[[") && inner.ends_with("]]");
  }

  const Document *document;
  const Cell *cell;
  CellContent content;
  bool hasComment = false, hasText = false, hasDate = false, notApplicable = false;
  uint32_t links = 0;
};

/// Whether a label begins with a word of the set, as a whole word.
bool beginsWithTotal(std::string_view label, const Wiki &wiki) {
  size_t end = 0;
  while (end < label.size() && isLetterByte(label[end]))
    ++end;
  return end > 0 && wiki.isWordIn("total", label.substr(0, end));
}

/// The word of the label is looked for in the first two columns, as the first may be a number.
bool isTotal(const Table &table, uint32_t row, const std::vector<CellContent> &cells,
             const Wiki &wiki) {
  for (uint32_t column = 0; column < 2; ++column)
    if (const Cell *cell = table.at(row, column))
      if (beginsWithTotal(lowerCase(cells[static_cast<size_t>(cell - table.cells.data())].text),
                          wiki))
        return true;
  return false;
}

/// Whether a place of the grid is of a body cell whose first row this is; see bodyCells().
bool isBodyCell(const Cell *cell, uint32_t row) {
  return cell && cell->row == row && cell->columnSpan == 1 && !cell->isHeader;
}

void count(const CellContent &content, ColumnProfile &profile) {
  profile.filled += content.isFilled();
  profile.blank += content.isBlank();
  profile.dates += content.kind == CellKind::Date;
  profile.numbers += content.number.has_value();
  profile.placeholders += content.kind == CellKind::Placeholder;
}

void decideKind(ColumnProfile &profile) {
  constexpr uint32_t leastPercent = 60;
  auto isMost = [&](uint32_t count) { return count * 100 >= profile.filled * leastPercent; };
  if (profile.filled > 0)
    profile.kind = isMost(profile.dates)     ? CellKind::Date
                   : isMost(profile.numbers) ? CellKind::Number
                                             : CellKind::Text;
}

} // namespace

CellContents::CellContents(const Document &document)
    : page(&document), tables(&document.tables().all()) {
  parts.reserve(tables->size());
  for (const Table &table : *tables) {
    Part &made = parts.emplace_back();
    made.cells.reserve(table.cells.size());
    for (const Cell &cell : table.cells)
      made.cells.push_back(CellReader(document, cell).read());
    made.columns.resize(table.columnCount);
    for (uint32_t row = 0; row < table.grid.size(); ++row) {
      made.totals.push_back(isTotal(table, row, made.cells, document.wiki()));
      if (row < table.headerRowCount || made.totals.back())
        continue;
      for (uint32_t column = 0; column < table.grid[row].size(); ++column)
        if (isBodyCell(table.at(row, column), row))
          count(made.cells[table.grid[row][column]], made.columns[column]);
    }
    std::ranges::for_each(made.columns, decideKind);
  }
}

const CellContents::Part &CellContents::part(const Table &table) const {
  return parts[static_cast<size_t>(&table - tables->data())];
}

const CellContent &CellContents::of(const Table &table, const Cell &cell) const {
  return part(table).cells[static_cast<size_t>(&cell - table.cells.data())];
}

const ColumnProfile &CellContents::column(const Table &table, uint32_t column) const {
  return part(table).columns[column];
}

std::vector<const Cell *> CellContents::bodyCells(const Table &table, uint32_t column) const {
  std::vector<const Cell *> cells;
  for (uint32_t row = table.headerRowCount; row < table.grid.size(); ++row)
    if (const Cell *cell = table.at(row, column); isBodyCell(cell, row) && !isTotalRow(table, row))
      cells.push_back(cell);
  return cells;
}

bool CellContents::isDateColumn(const Table &table, uint32_t index) const {
  constexpr uint32_t leastDates = 3;
  const ColumnProfile &profile = column(table, index);
  return profile.kind == CellKind::Date && profile.dates >= leastDates &&
         hasWordIn("date-header", lowerCase(table.columnHeaders[index]), page->wiki());
}

bool CellContents::isTotalRow(const Table &table, uint32_t row) const {
  return part(table).totals[row];
}

} // namespace wikivet
