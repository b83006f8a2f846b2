// SPDX-License-Identifier: MIT
//
// What follows from how a page is built: symbols, folding, selection ranges.
#include "lint/lsp/features/Features.h"
#include "lint/lsp/features/Highlights.h"
#include "lint/model/Sections.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet::lsp {

namespace {

/// Sections are shown as editors show the headings of Markdown: `SymbolKind.String`.
constexpr int sectionSymbol = 15;

std::string symbolName(const Section &section) {
  return section.title.empty() ? "(no title)" : section.title;
}

/// `DocumentSymbol`s, each with those inside it.
Json symbolTree(const std::vector<Section> &sections, const Positions &positions) {
  std::vector<Json> symbols(sections.size());
  Json roots = Json::array();
  for (size_t i = 1; i < sections.size(); ++i)
    symbols[i] = {{"name", symbolName(sections[i])},
                  {"kind", sectionSymbol},
                  {"range", positions.range({.begin = sections[i].begin, .end = sections[i].end})},
                  {"selectionRange", positions.range(sections[i].heading.span())}};
  // From the end, so that a section is whole when it goes into the one around it.
  for (size_t i = sections.size(); i-- > 1;) {
    Json &list = sections[i].parent == i ? roots : symbols[sections[i].parent]["children"];
    if (auto children = symbols[i].find("children"); children != symbols[i].end())
      std::ranges::reverse(*children);
    list.push_back(std::move(symbols[i]));
  }
  std::ranges::reverse(roots);
  return roots;
}

Json symbolList(const std::vector<Section> &sections, const Positions &positions,
                const std::string &uri) {
  Json list = Json::array();
  for (size_t i = 1; i < sections.size(); ++i) {
    const Section &section = sections[i];
    Json symbol = {
        {"name", symbolName(section)},
        {"kind", sectionSymbol},
        {"location",
         {{"uri", uri}, {"range", positions.range({.begin = section.begin, .end = section.end})}}}};
    if (section.parent != i)
      symbol["containerName"] = symbolName(sections[section.parent]);
    list.push_back(std::move(symbol));
  }
  return list;
}

} // namespace

Answer answerSymbols(const Inquiry &inquiry) {
  const std::vector<Section> &sections = inquiry.page.document().sections().all();
  if (inquiry.client.showsSymbolTree)
    return symbolTree(sections, inquiry.positions());
  return symbolList(sections, inquiry.positions(), inquiry.page.snapshot().uri);
}

std::span<const NodeKind> foldedKinds() {
  static constexpr NodeKind kinds[] = {NodeKind::Template,  NodeKind::ParserFunction,
                                       NodeKind::Table,     NodeKind::Element,
                                       NodeKind::Extension, NodeKind::Comment};
  return kinds;
}

Answer answerFolding(const Inquiry &inquiry) {
  const Document &document = inquiry.page.document();
  const Source &source = document.source();
  Json ranges = Json::array();
  auto add = [&](Span span, std::string_view kind) {
    std::string_view text = source.text(span);
    while (!text.empty() && isSpace(text.back()))
      text.remove_suffix(1);
    uint32_t first = source.lines().position(span.begin).line;
    uint32_t last = source.lines().position(span.begin + static_cast<uint32_t>(text.size())).line;
    if (last <= first || ranges.size() >= inquiry.client.mostFoldings)
      return;
    ranges.push_back({{"startLine", first - 1}, {"endLine", last - 1}});
    if (!kind.empty())
      ranges.back()["kind"] = kind;
  };
  const std::vector<Section> &sections = document.sections().all();
  for (size_t i = 1; i < sections.size(); ++i)
    add({.begin = sections[i].begin, .end = sections[i].end}, "region");
  const Tree &tree = document.tree();
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    if (std::ranges::find(foldedKinds(), node.kind()) != foldedKinds().end())
      add(node.span(), node.is(NodeKind::Comment) ? "comment" : "");
  }
  return ranges;
}

/// The ranges around an offset, innermost first: each is larger than the one before.
static std::vector<Span> rangesAround(const Document &document, uint32_t offset) {
  std::vector<Span> ranges;
  std::string_view text = document.source().text();
  uint32_t begin = offset, end = offset;
  auto isWordByte = [&](uint32_t at) { return isLetterByte(text[at]) || isDigit(text[at]); };
  while (begin > 0 && isWordByte(begin - 1))
    --begin;
  while (end < text.size() && isWordByte(end))
    ++end;
  if (begin < end)
    ranges.push_back({.begin = begin, .end = end});
  // The innermost node that holds the offset; where two touch, the second.
  const Tree &tree = document.tree();
  Node node = tree.root();
  for (Node child = node.firstChild(); child;) {
    if (child.end() < offset || (child.end() == offset && child.nextSibling())) {
      child = child.nextSibling();
    } else if (child.begin() <= offset) {
      node = child;
      child = node.firstChild();
    } else {
      break;
    }
  }
  // Deeper nesting than this helps nobody, and clients may follow the parents by recursion.
  constexpr size_t deepest = 64;
  for (; node && ranges.size() < deepest; node = node.parent())
    if (node.index() != 0)
      ranges.push_back(node.span());
  const std::vector<Section> &sections = document.sections().all();
  for (uint32_t i = document.sections().indexAt(offset);; i = sections[i].parent) {
    ranges.push_back({.begin = sections[i].begin, .end = sections[i].end});
    if (sections[i].parent == i)
      break;
  }
  ranges.push_back({.begin = 0, .end = static_cast<uint32_t>(text.size())});
  // Sections and templates may cross.
  std::vector<Span> nested;
  for (Span range : ranges)
    if (nested.empty() || (range.contains(nested.back()) && range != nested.back()))
      nested.push_back(range);
  return nested;
}

Answer answerSelectionRanges(const Inquiry &inquiry) {
  Positions positions = inquiry.positions();
  Json list = Json::array();
  for (const Json &position : inquiry.params.at("positions")) {
    Json selection;
    std::vector<Span> ranges = rangesAround(inquiry.page.document(), positions.offset(position));
    for (size_t i = ranges.size(); i-- > 0;) {
      Json inner = {{"range", positions.range(ranges[i])}};
      if (!selection.is_null())
        inner["parent"] = std::move(selection);
      selection = std::move(inner);
    }
    list.push_back(std::move(selection));
  }
  return list;
}

} // namespace wikivet::lsp
