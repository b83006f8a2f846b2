// SPDX-License-Identifier: MIT
#include "lint/model/LegacyColor.h"
#include "lint/model/Tables.h"
#include "lint/model/Tags.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {
namespace {

/// The part of a table that a tag makes.
enum class Part : uint8_t { Table, Row, Cell, HeaderCell, Caption };

/// Attributes that HTML has given up (WHATWG HTML, "non-conforming features").
bool isObsolete(std::string_view name, Part part) {
  switch (part) {
  case Part::Table:
    return isAnyOf(name, {"align", "bgcolor", "border", "bordercolor", "cellpadding", "cellspacing",
                          "frame", "height", "rules", "summary", "width"});
  case Part::Row:
    return isAnyOf(name, {"align", "bgcolor", "char", "charoff", "height", "valign"});
  case Part::Caption:
    return name == "align";
  case Part::Cell:
  case Part::HeaderCell:
    return isAnyOf(name, {"align", "axis", "bgcolor", "char", "charoff", "height", "nowrap",
                          "valign", "width"});
  }
  return false;
}

/// Digits are pixels, and a percentage stays one.
std::optional<std::string> cssLength(std::string_view value) {
  size_t digits = 0;
  while (digits < value.size() && isDigit(value[digits]))
    ++digits;
  std::string_view unit = value.substr(digits);
  if (digits == 0 || !isAnyOf(unit, {"", "px", "%"}))
    return std::nullopt;
  return fmt::format("{}{}", value.substr(0, digits), unit.empty() ? "px" : unit);
}

/// The declaration that looks the same as an attribute, as WHATWG HTML, "rendering", says.
std::optional<std::string> cssOf(std::string_view name, const std::string &value, Part part) {
  auto declare = [](std::string_view property, const std::optional<std::string> &text) {
    return text ? std::optional(fmt::format("{}:{}", property, *text)) : std::nullopt;
  };
  bool isCell = part == Part::Cell || part == Part::HeaderCell;
  if (name == "align" && part == Part::Table)
    return value == "center" ? std::optional<std::string>("margin-left:auto; margin-right:auto")
           : isAnyOf(value, {"left", "right"}) ? std::optional("float:" + value)
                                               : std::nullopt;
  if (name == "align" && part != Part::Caption)
    return isAnyOf(value, {"left", "right", "center"}) ? std::optional("text-align:" + value)
                                                       : std::nullopt;
  if (name == "valign")
    return isAnyOf(value, {"top", "middle", "bottom", "baseline"})
               ? std::optional("vertical-align:" + value)
               : std::nullopt;
  if (name == "bgcolor")
    return declare("background-color", cssColor(value));
  if (isAnyOf(name, {"width", "height"}))
    return declare(name, cssLength(value));
  if (name == "nowrap" && isCell)
    return "white-space:nowrap";
  return std::nullopt;
}

/// Reports the obsolete attributes of each table, all of a table at once.
class ObsoleteTableAttribute final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const Table &table : ctx.document().tables().all()) {
      hasSheet = table.hasClass("wikitable");
      names.clear();
      edits.clear();
      first.reset();
      readTag(table.node, Part::Table);
      for (Node child : table.node.children())
        if (child.is(NodeKind::TableCaption))
          readTag(child, Part::Caption);
        else if (child.is(NodeKind::TableRow) || tagName(child) == "tr")
          readTag(child, Part::Row);
      for (const Cell &cell : table.cells)
        readTag(cell.node, cell.isHeader ? Part::HeaderCell : Part::Cell);
      if (first)
        report(ctx);
    }
  }

private:
  void readTag(Node node, Part part) {
    Node tag = attributeTag(node), style = findAttribute(tag, "style");
    std::string css;
    std::vector<Node> replaced;
    uint32_t styles = 0;
    for (Node attribute : tag.children()) {
      if (!attribute.is(NodeKind::Attribute))
        continue;
      std::string name = lowerCase(attribute.firstChild().text());
      styles += name == "style";
      if (!isObsolete(name, part))
        continue;
      ++names[name];
      if (!first || attribute.begin() < first->begin)
        first = attribute.span();
      if (auto declaration = declarationOf(node, attribute, name, part)) {
        css += (css.empty() ? "" : "; ") + *declaration;
        replaced.push_back(attribute);
      }
    }
    // Of two styles one does nothing, and which one it should be is not known.
    if (!replaced.empty() && (!style || (styles == 1 && style.child(NodeKind::AttributeValue))))
      replace(replaced, css, style);
  }

  /// Style sheets are stronger than attributes and weaker than styles: the header cells of a
  /// "wikitable" keep theirs.
  std::optional<std::string> declarationOf(Node node, Node attribute, std::string_view name,
                                           Part part) const {
    if (hasSheet && part == Part::HeaderCell && name != "width" && name != "nowrap")
      return std::nullopt;
    if (name == "align" && part != Part::Table && holdsBlock(node))
      return std::nullopt;
    Node value = attribute.child(NodeKind::AttributeValue);
    return cssOf(name, value ? lowerCase(unquote(value.text())) : "", part);
  }

  /// Whether there is a block in a row or a cell, which `align` moves and `text-align` does not.
  static bool holdsBlock(Node node) {
    for (uint32_t i = node.index() + 1; i < node.subtreeEnd(); ++i) {
      Node inner = node.tree().node(i);
      if (inner.is(NodeKind::Table) ||
          (inner.is(NodeKind::Element) &&
           isAnyOf(tagName(inner), {"blockquote", "center", "div", "table", "ul", "ol", "dl"})))
        return true;
    }
    return false;
  }

  /// What the style already says comes last and prevails, as it did over the attributes.
  void replace(const std::vector<Node> &replaced, const std::string &css, Node style) {
    for (Node attribute : replaced)
      if (style || attribute != replaced.front())
        edits.push_back({.span = withBlankBefore(attribute), .text = ""});
      else
        edits.push_back({.span = attribute.span(), .text = fmt::format("style=\"{}\"", css)});
    if (!style)
      return;
    std::string_view value = style.child(NodeKind::AttributeValue).text();
    char quote = value.starts_with('\'') ? '\'' : '"';
    edits.push_back({.span = style.span(),
                     .text = fmt::format("style={0}{1}; {2}{0}", quote, css, unquote(value))});
  }

  static Span withBlankBefore(Node attribute) {
    std::string_view source = attribute.tree().sourceText();
    uint32_t begin = attribute.begin();
    while (begin > 0 && (source[begin - 1] == ' ' || source[begin - 1] == '\t'))
      --begin;
    return {.begin = begin, .end = attribute.end()};
  }

  void report(CheckContext &ctx) {
    std::string list;
    uint32_t count = 0;
    for (const auto &[name, number] : names) {
      list += fmt::format("{}{}{}", list.empty() ? "" : ", ", name,
                          number > 1 ? fmt::format(" ×{}", number) : "");
      count += number;
    }
    auto finding = ctx.report(first.value_or(Span()), count > 1 ? "several" : "one");
    finding.arg("count", static_cast<int64_t>(count)).arg("list", list);
    if (edits.empty())
      return;
    std::ranges::sort(edits, {}, [](const Edit &edit) { return edit.span.begin; });
    finding.fix("replace them by styles", true, std::move(edits));
  }

  bool hasSheet = false;
  std::map<std::string, uint32_t> names;
  std::vector<Edit> edits;
  std::optional<Span> first;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(obsolete_table_attribute, ObsoleteTableAttribute)
