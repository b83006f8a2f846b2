// SPDX-License-Identifier: MIT
#include "lint/model/html/Tokenizer.h"

#include "lint/model/Tables.h"
#include "lint/model/Tags.h"
#include "lint/model/Wiki.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet::html {

namespace {

/// What an extension becomes.
enum class Shape : uint8_t { Inline, Block, Nothing };

Shape shapeOf(std::string_view extension) {
  if (isAnyOf(extension, {"references", "gallery", "poem", "source", "syntaxhighlight", "timeline",
                          "score", "pre", "imagemap", "inputbox", "mapframe", "categorytree",
                          "graph", "quiz", "rss", "languages"}))
    return Shape::Block;
  return isAnyOf(extension, {"section", "templatestyles", "indicator", "templatedata"})
             ? Shape::Nothing
             : Shape::Inline;
}

class Tokenizer {
public:
  Tokenizer(const Tree &tree, const Wiki &wiki, const Fragment &fragment, Tokens &out)
      : tree(&tree), wiki(&wiki), fragment(&fragment), out(&out) {}

  void run() {
    for (uint32_t i = fragment->first; i < fragment->last;) {
      leaveUpTo(i);
      Node node = tree->node(i);
      i = node.begin() < skipUntil ? skip(node) : enter(node);
    }
    leaveUpTo(fragment->last);
    endPre();
  }

private:
  /// An end tag to write where a node ends.
  struct Pending {
    uint32_t end;
    Token token;
  };

  void leaveUpTo(uint32_t index) {
    while (!pending.empty() && pending.back().end <= index) {
      push(pending.back().token);
      pending.pop_back();
    }
  }

  /// Passes over what stands in a tag: attributes, and what is lost between them.
  static uint32_t skip(Node node) {
    return node.end() == node.begin() ? node.index() + 1 : node.subtreeEnd();
  }

  void push(const Token &token) {
    if (hidden == 0 || token.kind == TokenKind::Newline)
      out->push_back(token);
  }

  void push(TokenKind kind, Node node, Name name = Name::None, bool isLiteral = false) {
    push({.kind = kind,
          .name = name,
          .isLiteral = isLiteral,
          .span = node.span(),
          .node = node.index()});
  }

  /// The node to go on with.
  uint32_t enter(Node node) {
    switch (node.kind()) {
    case NodeKind::Text:
      addText(node.begin(), node.end(), node.index());
      break;
    case NodeKind::Comment:
    case NodeKind::UnclosedComment:
      push(TokenKind::Comment, node);
      break;
    case NodeKind::StartTag:
      push(TokenKind::Start, node, nameOf(tagName(node)), true);
      break;
    case NodeKind::UnclosedTag:
      addTag(node, TokenKind::Start);
      break;
    case NodeKind::EndTag:
    case NodeKind::StrayEndTag:
      addEndTag(node);
      break;
    case NodeKind::VoidElement:
      addTag(node, TokenKind::Whole);
      break;
    case NodeKind::SelfClosedTag:
      addTag(node, TokenKind::Whole);
      out->back().isSelfClosed = true;
      break;
    case NodeKind::Element:
    case NodeKind::LanguageVariant:
    case NodeKind::TableRow:
    case NodeKind::TableCell:
    case NodeKind::TableHeaderCell:
    case NodeKind::TableCaption:
    case NodeKind::Table:
    case NodeKind::Heading:
    case NodeKind::ListItem:
      return open(node);
    case NodeKind::ListMarker:
      push(TokenKind::Item, node);
      break;
    case NodeKind::DefinitionMarker:
      push(TokenKind::Item, node);
      out->back().isSameLine = true;
      break;
    case NodeKind::HeadingMarker:
      addHeadingMarker(node);
      break;
    case NodeKind::ItalicMark:
    case NodeKind::BoldMark:
    case NodeKind::BoldItalicMark:
      push(TokenKind::Mark, node);
      break;
    case NodeKind::HorizontalRule:
      push(TokenKind::Whole, node, Name::Hr);
      break;
    case NodeKind::IndentMarker:
      startPre(node);
      break;
    case NodeKind::Template:
    case NodeKind::ParserFunction:
    case NodeKind::Parameter:
      push(TokenKind::Template, node);
      break;
    case NodeKind::BehaviorSwitch:
    case NodeKind::Redirect:
      push(TokenKind::Transparent, node, Name::Meta);
      break;
    case NodeKind::IncludeTag:
      addIncludeTag(node);
      break;
    case NodeKind::Wikilink:
      push(isTransparentLink(node) ? TokenKind::Transparent : TokenKind::Whole, node, Name::A);
      break;
    case NodeKind::ExternalLink:
    case NodeKind::Url:
    case NodeKind::MagicLink:
      push(TokenKind::Whole, node, Name::A);
      break;
    case NodeKind::FileLink:
      push(TokenKind::Whole, node, isBlockFile(node) ? Name::Figure : Name::Span);
      break;
    case NodeKind::Extension:
      addExtension(node);
      break;
    case NodeKind::UnclosedExtension:
      if (tagName(node) == "pre")
        push(TokenKind::Start, node, Name::Pre, true);
      else
        push(TokenKind::Text, node);
      break;
    case NodeKind::UnclosedTable:
    case NodeKind::Attribute:
      break;
    default:
      push(TokenKind::Text, node);
    }
    return node.subtreeEnd();
  }

  void addTag(Node node, TokenKind kind) {
    Name name = nameOf(tagName(node));
    push(name == Name::None ? TokenKind::Text : kind, node, name, true);
  }

  void addEndTag(Node node) {
    std::string text = tagName(node);
    Name name = nameOf(text);
    if (name == Name::Br)
      push(TokenKind::Whole, node, name, true);
    else if (name == Name::None || has(name, Void))
      push(name == Name::None ? TokenKind::Text : TokenKind::Comment, node);
    else
      push(TokenKind::End, node, name, true);
  }

  /// A composite whose children are read.
  uint32_t open(Node node) {
    switch (node.kind()) {
    case NodeKind::Table: {
      bool isClosed = !node.child(NodeKind::UnclosedTable);
      pushOpening(node, Name::Table, tableTagEnd(node));
      uint32_t last = lastChildEnd(node);
      Token end{.kind = TokenKind::End, .name = Name::Table, .node = node.index()};
      end.span = {.begin = last, .end = node.end()};
      if (isClosed)
        pending.push_back({.end = node.subtreeEnd(), .token = end});
      break;
    }
    case NodeKind::TableRow: {
      std::string_view text = node.text();
      uint32_t width = text.starts_with("|-")       ? 2
                       : text.starts_with("{{!}}-") ? 6
                       : text.starts_with("{{!-}}") ? 6
                                                    : 0;
      if (width > 0)
        pushOpening(node, Name::Tr, tableTagEnd(node));
      break;
    }
    case NodeKind::TableCell:
      pushOpening(node, Name::Td, cellContent(node).begin);
      break;
    case NodeKind::TableHeaderCell:
      pushOpening(node, Name::Th, cellContent(node).begin);
      break;
    case NodeKind::TableCaption:
      pushOpening(node, Name::Caption, captionContent(node));
      break;
    default:
      break;
    }
    return node.index() + 1;
  }

  void pushOpening(Node node, Name name, uint32_t end) {
    skipUntil = end;
    push({.kind = TokenKind::Start,
          .name = name,
          .span = {.begin = node.begin(), .end = end},
          .node = node.index()});
  }

  static uint32_t lastChildEnd(Node node) {
    uint32_t end = node.begin();
    for (Node child : node.children())
      end = child.end();
    return end;
  }

  /// Where the opening of a table or row ends: behind its attributes, at the end of its line.
  uint32_t tableTagEnd(Node node) const {
    uint32_t end = node.begin();
    for (Node child : node.children()) {
      if (child.is(NodeKind::Text) || child.isOneOf(NodeKind::TableRow, NodeKind::TableCaption)) {
        if (!child.is(NodeKind::Text) || child.text().find('\n') != std::string_view::npos)
          return child.is(NodeKind::Text)
                     ? child.begin() + static_cast<uint32_t>(child.text().find('\n'))
                     : child.begin();
      }
      end = child.end();
    }
    return node.firstChild() ? end : node.end();
  }

  static uint32_t captionContent(Node node) {
    Span content = cellContent(node);
    std::string_view text = node.tree().sourceText().substr(content.begin, content.size());
    return content.begin == node.begin() + 1 && text.starts_with('+') ? content.begin + 1
                                                                      : content.begin;
  }

  void addHeadingMarker(Node marker) {
    Node heading = marker.parent();
    auto level = std::min<uint32_t>(marker.end() - marker.begin(), 6);
    bool isOpening = marker == heading.child(NodeKind::HeadingMarker);
    Name name =
        level == 0 ? Name::H1 : static_cast<Name>(static_cast<uint32_t>(Name::H1) + level - 1);
    push(isOpening ? TokenKind::Start : TokenKind::End, marker, name);
    if (isOpening)
      out->back().node = heading.index();
  }

  void addText(uint32_t begin, uint32_t end, uint32_t node) {
    std::string_view text = tree->sourceText();
    while (begin < end) {
      size_t found = text.substr(begin, end - begin).find('\n');
      uint32_t stop = found == std::string_view::npos ? end : begin + static_cast<uint32_t>(found);
      if (stop > begin) {
        bool isBlank = trim(text.substr(begin, stop - begin)).empty();
        push({.kind = isBlank ? TokenKind::Blank : TokenKind::Text,
              .span = {.begin = begin, .end = stop},
              .node = node});
      }
      if (stop < end)
        addNewline(stop, node);
      begin = stop + 1;
    }
  }

  /// A line that holds comments only is none.
  void addNewline(uint32_t place, uint32_t node) {
    Token newline{
        .kind = TokenKind::Newline, .span = {.begin = place, .end = place + 1}, .node = node};
    bool hasComment = false;
    size_t i = out->size();
    while (i > 0 &&
           ((*out)[i - 1].kind == TokenKind::Blank || ((*out)[i - 1].kind == TokenKind::Comment))) {
      hasComment = hasComment || (*out)[i - 1].kind == TokenKind::Comment;
      --i;
    }
    bool atLineStart = i == 0 ? fragment->span.begin == 0 || !fragment->isInline
                              : (*out)[i - 1].kind == TokenKind::Newline;
    if (hasComment && atLineStart) {
      newline.kind = TokenKind::Comment;
      push(newline);
      return;
    }
    if (preIsOpen)
      endPre();
    push(newline);
  }

  /// Lines in a row that begin with a blank are one element.
  void startPre(Node node) {
    if (fragment->isInline) {
      push(TokenKind::Blank, node);
      return;
    }
    size_t size = out->size();
    if (size >= 2 && (*out)[size - 1].kind == TokenKind::Newline &&
        (*out)[size - 2].kind == TokenKind::End && (*out)[size - 2].name == Name::Pre &&
        !(*out)[size - 2].isLiteral) {
      (*out)[size - 2] = (*out)[size - 1];
      out->pop_back();
    } else {
      push({.kind = TokenKind::Start, .name = Name::Pre, .node = node.index()});
    }
    preIsOpen = true;
  }

  void endPre() {
    if (preIsOpen)
      push({.kind = TokenKind::End, .name = Name::Pre});
    preIsOpen = false;
  }

  void addIncludeTag(Node node) {
    bool isEnd = node.text().starts_with("</");
    if (tagName(node) == "includeonly" && !node.text().ends_with("/>"))
      hidden = isEnd ? 0 : 1;
    push(TokenKind::Transparent, node, Name::Meta);
  }

  /// Categories, and links to the same page in other languages.
  bool isTransparentLink(Node node) const {
    std::string_view target = trim(node.firstChild().text());
    if (wiki->namespaceOf(target) == 14)
      return true;
    size_t colon = target.find(':');
    if (colon == std::string_view::npos || colon < 2 || node.child(NodeKind::LinkText))
      return false;
    std::string_view prefix = target.substr(0, colon);
    return colon <= 3 && std::ranges::all_of(prefix, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  static bool isBlockFile(Node node) {
    for (Node option : node.children()) {
      if (option.is(NodeKind::FormatOption) &&
          !isAnyOf(lowerCase(trim(option.text())), {"frameless", "border"}))
        return true;
      if (option.is(NodeKind::AlignmentOption) &&
          !isAnyOf(lowerCase(trim(option.text())), {"baseline", "sub", "super", "sup", "top",
                                                    "text-top", "middle", "bottom", "text-bottom"}))
        return true;
    }
    return false;
  }

  void addExtension(Node node) {
    std::string name = tagName(node);
    switch (shapeOf(name)) {
    case Shape::Nothing:
      push(TokenKind::Transparent, node, name == "templatestyles" ? Name::Style : Name::Link);
      break;
    case Shape::Block:
      push(TokenKind::Whole, node, name == "pre" ? Name::Pre : Name::Div);
      break;
    case Shape::Inline:
      push(TokenKind::Whole, node, Name::Span);
      break;
    }
  }

  const Tree *tree;
  const Wiki *wiki;
  const Fragment *fragment;
  Tokens *out;
  std::vector<Pending> pending;
  uint32_t skipUntil = 0;
  uint32_t hidden = 0; ///< 1 inside <includeonly>
  bool preIsOpen = false;
};

} // namespace

void tokenize(const Tree &tree, const Wiki &wiki, const Fragment &fragment, Tokens &out) {
  Tokenizer(tree, wiki, fragment, out).run();
}

} // namespace wikivet::html
