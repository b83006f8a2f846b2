// SPDX-License-Identifier: MIT
#include "lint/lsp/features/Features.h"
#include "lint/lsp/features/Highlights.h"

#include <algorithm>
#include <array>
#include <map>

namespace wikivet::lsp {

namespace {

constexpr Highlight table[] = {
    {{}, NodeKind::Comment, "comment"},
    {{}, NodeKind::UnclosedComment, "comment"},
    {{}, NodeKind::RawText, "string"},
    {NodeKind::Heading, NodeKind::HeadingMarker, "punctuation.special"},
    {NodeKind::Heading, NodeKind::Text, "markup.heading"},
    {{}, NodeKind::ListMarker, "markup.list"},
    {{}, NodeKind::DefinitionMarker, "markup.list"},
    {{}, NodeKind::IndentMarker, "markup.list"},
    {{}, NodeKind::HorizontalRule, "punctuation.special"},
    {{}, NodeKind::ItalicMark, "punctuation.special"},
    {{}, NodeKind::BoldMark, "punctuation.special"},
    {{}, NodeKind::BoldItalicMark, "punctuation.special"},
    {{}, NodeKind::TemplateName, "function"},
    {{}, NodeKind::FunctionName, "function.builtin"},
    {{}, NodeKind::TemplateModifier, "keyword"},
    {{}, NodeKind::ArgumentName, "variable.parameter"},
    {{}, NodeKind::ParameterName, "variable"},
    {{}, NodeKind::BehaviorSwitch, "keyword"},
    {{}, NodeKind::Signature, "keyword"},
    {{}, NodeKind::Redirect, "keyword"},
    {{}, NodeKind::IncludeTag, "keyword"},
    {NodeKind::Wikilink, NodeKind::LinkTarget, "markup.link"},
    {NodeKind::FileLink, NodeKind::LinkTarget, "markup.link"},
    {NodeKind::GalleryLine, NodeKind::LinkTarget, "markup.link"},
    {NodeKind::LinkText, NodeKind::Text, "markup.link.label"},
    {NodeKind::ExternalLink, NodeKind::Text, "markup.link.label"},
    {{}, NodeKind::Url, "markup.link.url"},
    {{}, NodeKind::MagicLink, "markup.link"},
    {{}, NodeKind::FormatOption, "attribute"},
    {{}, NodeKind::SizeOption, "attribute"},
    {{}, NodeKind::UprightOption, "attribute"},
    {{}, NodeKind::AlignmentOption, "attribute"},
    {{}, NodeKind::LinkOption, "attribute"},
    {{}, NodeKind::AltOption, "attribute"},
    {{}, NodeKind::ClassOption, "attribute"},
    {{}, NodeKind::LangOption, "attribute"},
    {{}, NodeKind::PageOption, "attribute"},
    {{}, NodeKind::MediaOption, "attribute"},
    {{}, NodeKind::TagName, "tag"},
    {{}, NodeKind::EndTag, "tag"},
    {{}, NodeKind::AttributeName, "attribute"},
    {{}, NodeKind::AttributeValue, "string"},
    {{}, NodeKind::Entity, "string.escape"},
    {{}, NodeKind::UnknownEntity, "string.escape"},
    {{}, NodeKind::UnclosedTemplate, "error"},
    {{}, NodeKind::UnclosedLink, "error"},
    {{}, NodeKind::UnclosedExtension, "error"},
    {{}, NodeKind::UnclosedTable, "error"},
    {{}, NodeKind::StrayClose, "error"},
    {{}, NodeKind::StrayEndTag, "error"},
};

/// What editors know: the protocol's own types, so that every colour scheme has colours for them.
constexpr std::array<std::string_view, 13> types = {
    "comment",  "string", "operator", "class",  "function", "keyword",  "parameter",
    "variable", "type",   "property", "regexp", "macro",    "decorator"};
constexpr std::array<std::string_view, 2> modifiers = {"defaultLibrary", "deprecated"};

/// The type of token that a capture is shown as.
struct TokenStyle {
  std::string_view capture, type;
  uint32_t modifiers = 0; ///< bits, by place in `modifiers`
};
constexpr TokenStyle styles[] = {
    {"comment", "comment"},
    {"string", "string"},
    {"punctuation.special", "operator"},
    {"markup.heading", "class"},
    {"markup.list", "operator"},
    {"function", "function"},
    {"function.builtin", "function", 1},
    {"keyword", "keyword"},
    {"variable.parameter", "parameter"},
    {"variable", "variable"},
    {"markup.link", "type"},
    {"markup.link.label", "property"},
    {"markup.link.url", "string"},
    {"attribute", "decorator"},
    {"tag", "macro"},
    {"string.escape", "regexp"},
    {"error", "keyword", 2},
};

/// A number for each type of token and its modifiers; -1: none.
using Styles = std::array<int, nodeKindCount>;

int styleOf(std::string_view capture) {
  const auto *found = std::ranges::find(styles, capture, &TokenStyle::capture);
  return found == std::end(styles) ? -1 : static_cast<int>(found - std::begin(styles));
}

/// Writes tokens as the protocol packs them: each relative to the one before.
class TokenWriter {
public:
  TokenWriter(const Source &source, ColumnUnit unit, Span wanted)
      : source(&source), unit(unit), wanted(wanted) {}

  /// A part of the text in one style; spans come in order. Tokens end with their lines.
  void add(Span span, int style) {
    span.begin = std::max(span.begin, wanted.begin);
    span.end = std::min(span.end, wanted.end);
    while (span.begin < span.end) {
      std::string_view rest = source->text(span);
      auto length = static_cast<uint32_t>(std::min(rest.find_first_of("\r\n"), rest.size()));
      if (length > 0)
        write({.begin = span.begin, .end = span.begin + length}, style);
      span.begin += length + 1;
    }
  }

  Json data = Json::array();

private:
  void write(Span span, int style) {
    Position begin = source->lines().position(span.begin, unit);
    uint32_t length = source->lines().position(span.end, unit).column - begin.column;
    const TokenStyle &shown = styles[style];
    bool sameLine = begin.line == last.line;
    data.push_back(begin.line - last.line);
    data.push_back(sameLine ? begin.column - last.column : begin.column - 1);
    data.push_back(length);
    data.push_back(std::ranges::find(types, shown.type) - types.begin());
    data.push_back(shown.modifiers);
    last = begin;
  }

  const Source *source;
  ColumnUnit unit;
  Span wanted;
  Position last;
};

} // namespace

std::span<const Highlight> highlights() { return table; }

Json semanticTokensLegend() { return {{"tokenTypes", types}, {"tokenModifiers", modifiers}}; }

Answer answerSemanticTokens(const Inquiry &inquiry) {
  Styles anywhere;
  anywhere.fill(-1);
  std::map<std::pair<NodeKind, NodeKind>, int> within;
  for (const Highlight &highlight : table) {
    int style = styleOf(highlight.capture);
    if (highlight.parent)
      within[{*highlight.parent, highlight.kind}] = style;
    else
      anywhere[static_cast<size_t>(highlight.kind)] = style;
  }
  const Source &source = inquiry.page.source();
  Span wanted{.begin = 0, .end = static_cast<uint32_t>(source.text().size())};
  if (inquiry.params.contains("range"))
    wanted = inquiry.positions().span(inquiry.params["range"]);
  TokenWriter writer(source, inquiry.client.unit, wanted);
  // Nodes with a style that are open; what is inside another takes its place there.
  struct Open {
    uint32_t end;
    int style;
  };
  std::vector<Open> open;
  uint32_t place = 0;
  auto writeTo = [&](uint32_t offset) {
    while (!open.empty() && place < offset) {
      uint32_t stop = std::min(open.back().end, offset);
      if (place < stop)
        writer.add({.begin = place, .end = stop}, open.back().style);
      place = std::max(place, stop);
      if (open.back().end <= offset)
        open.pop_back();
    }
    place = std::max(place, offset);
  };
  const Tree &tree = inquiry.page.document().tree();
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    int style = anywhere[static_cast<size_t>(node.kind())];
    if (node.isOneOf(NodeKind::Text, NodeKind::HeadingMarker, NodeKind::LinkTarget))
      if (auto found = within.find({i == 0 ? node.kind() : node.parent().kind(), node.kind()});
          found != within.end())
        style = found->second;
    if (style < 0 || node.span().empty())
      continue;
    writeTo(node.begin());
    open.push_back({.end = node.end(), .style = style});
  }
  writeTo(static_cast<uint32_t>(source.text().size()));
  return Json{{"data", std::move(writer.data)}};
}

} // namespace wikivet::lsp
