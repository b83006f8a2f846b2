// SPDX-License-Identifier: MIT
#include "lint/model/Date.h"
#include "lint/model/PlainText.h"
#include "lint/model/Tables.h"
#include "lint/model/Tags.h"
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {
namespace {

/// What a cell of a column of dates holds.
enum class Content { Blank, CommentOnly, TemplateWithoutDate, Placeholder, Date, Other };

bool hasAnyPhrase(std::string_view header, const StringList &phrases) {
  return std::ranges::any_of(phrases.items,
                             [&](const std::string &phrase) { return holdsWords(header, phrase); });
}

/// Whether a tag only changes how its content looks.
bool isPresentational(Node node) {
  constexpr std::string_view names[] = {"center", "br",   "small", "big",    "span",
                                        "div",    "font", "b",     "i",      "sup",
                                        "sub",    "u",    "em",    "strong", "p"};
  return std::ranges::find(names, tagName(node)) != std::end(names);
}

bool hasDigit(std::string_view text) { return std::ranges::any_of(text, isDigit); }

/// Reports blank cells in columns of dates.
class EmptyDateCell final : public Check {
public:
  explicit EmptyDateCell(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    for (const Table &table : ctx.document().tables().all())
      if (table.headerRowCount > 0)
        for (uint32_t column = 0; column < table.columnCount; ++column)
          judgeColumn(table, column, ctx);
  }

private:
  struct Blank {
    const Cell *cell;
    Content content;
    std::string templateName;
  };

  bool isDateHeader(const std::string &header) const {
    if (options->stringList("date-columns").contains(header))
      return true;
    std::string lower = lowerCase(header);
    return hasAnyPhrase(lower, options->stringList("header-words")) &&
           !hasAnyPhrase(lower, options->stringList("ignored-headers"));
  }

  void judgeColumn(const Table &table, uint32_t column, CheckContext &ctx) const {
    const std::string &header = table.columnHeaders[column];
    if (header.empty() || !isDateHeader(header))
      return;
    uint32_t dates = 0, filled = 0;
    std::vector<Blank> blanks;
    for (uint32_t row = table.headerRowCount; row < table.grid.size(); ++row) {
      const Cell *cell = table.at(row, column);
      // A cell that spans is judged once, and one that spans columns says something about both.
      if (!cell || cell->row != row || cell->columnSpan > 1 || cell->isHeader)
        continue;
      std::string templateName;
      Content content = readCell(*cell, ctx.document(), templateName);
      if (content == Content::Date || content == Content::Other) {
        ++filled;
        dates += content == Content::Date;
      } else if (content != Content::Placeholder && !isTotalRow(table, row)) {
        blanks.push_back({.cell = cell, .content = content, .templateName = templateName});
      }
    }
    constexpr uint32_t leastPercent = 60;
    if (dates < static_cast<uint64_t>(options->integer("minimum-dates")) ||
        dates * 100 < filled * leastPercent || blanks.size() >= dates)
      return;
    for (const Blank &blank : blanks)
      report(blank, header, table, ctx);
  }

  bool isTotalRow(const Table &table, uint32_t row) const {
    std::string label = lowerCase(table.rowLabel(row));
    return std::ranges::any_of(options->stringList("total-words").items,
                               [&](const std::string &word) {
                                 return label.starts_with(word) && holdsWords(label, word);
                               });
  }

  Content readCell(const Cell &cell, const Document &document, std::string &templateName) const {
    const Tree &tree = document.tree();
    bool hasComment = false, hasOther = false, hasDate = false, hasText = false;
    for (uint32_t i = cell.node.index() + 1; i < cell.node.subtreeEnd();) {
      Node node = tree.node(i);
      uint32_t next = node.subtreeEnd();
      if (!cell.content.contains(node.span())) {
        i = node.is(NodeKind::Attribute) ? next : i + 1;
        continue;
      }
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
        hasOther = hasOther || !isPresentational(node);
        next = i + 1;
        break;
      case NodeKind::Template:
        readTemplate(*document.templates().at(node), tree, templateName, hasDate, hasOther);
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
      default:
        hasOther = true;
      }
      i = next;
    }
    std::string text = hasText || hasOther ? plainText(cell.node) : "";
    if (hasDate)
      return Content::Date;
    if (!text.empty()) {
      if (options->stringList("placeholders").contains(lowerCase(text)))
        return Content::Placeholder;
      auto classify = [&](std::string_view word) {
        return options->stringList("months").contains(word)       ? DateWord::Month
               : options->stringList("qualifiers").contains(word) ? DateWord::Qualifier
                                                                  : DateWord::None;
      };
      return isDateText(text, classify) ? Content::Date : Content::Other;
    }
    if (hasOther || hasText)
      return Content::Placeholder; // a template, a file or a reference: somebody meant something
    if (!templateName.empty())
      return Content::TemplateWithoutDate;
    return hasComment ? Content::CommentOnly : Content::Blank;
  }

  void readTemplate(const Template &call, const Tree &tree, std::string &templateName,
                    bool &hasDate, bool &hasOther) const {
    if (!options->stringList("date-templates").contains(call.name)) {
      hasOther = true;
      return;
    }
    bool given = std::ranges::any_of(call.arguments, [&](const Argument &argument) {
      return (!argument.named || argument.name == "year" || argument.name == "1") &&
             hasDigit(argument.text(tree));
    });
    if (given)
      hasDate = true;
    else
      templateName = call.name;
  }

  static void report(const Blank &blank, const std::string &header, const Table &table,
                     CheckContext &ctx) {
    constexpr uint32_t longest = 50;
    std::string label = shorten(table.rowLabel(blank.cell->row), longest);
    Finding finding = ctx.report(place(*blank.cell, ctx),
                                 blank.content == Content::CommentOnly           ? "comment"
                                 : blank.content == Content::TemplateWithoutDate ? "template"
                                                                                 : "empty");
    finding.arg("column", shorten(header, longest))
        .arg("row", label.empty() ? "" : fmt::format(" for '{}'", label))
        .arg("template", fmt::format("{{{{{}}}}}", blank.templateName));
  }

  /// What there is in the cell, or its delimiter if there is nothing.
  static Span place(const Cell &cell, const CheckContext &ctx) {
    std::string_view content = ctx.document().source().text(cell.content);
    std::string_view inner = trim(content);
    if (inner.empty())
      return {.begin = cell.node.begin(), .end = cell.content.begin};
    uint32_t begin = cell.content.begin + static_cast<uint32_t>(inner.data() - content.data());
    return {.begin = begin, .end = begin + static_cast<uint32_t>(inner.size())};
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(empty_date_cell, EmptyDateCell)
