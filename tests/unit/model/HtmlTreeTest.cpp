// SPDX-License-Identifier: MIT
#include "lint/model/HtmlTree.h"

#include "lint/model/Document.h"
#include "lint/model/HtmlFaults.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace wikivet {
namespace {

using html::DomKind;
using html::DomNode;
using html::NodeId;

/// A page with its tree, printed on a line: `+` marks tags that the tree builder added, `[b]` a tag
/// that it dropped, `{}` a template.
struct Page {
  explicit Page(std::string text) : source("test", std::move(text)), document(source, wiki) {}

  std::string print(NodeId id = 0) const {
    const html::Dom &dom = document.htmlTree().dom();
    std::string text;
    for (NodeId child = dom[id].first; child != html::noNode; child = dom[child].next) {
      const DomNode &node = dom[child];
      std::string name(html::nameText(node.name));
      switch (node.kind) {
      case DomKind::Element:
        text += (node.startIsImplied ? "<+" : "<") + name + ">" + print(child);
        if (!has(node.name, html::Void))
          text += (node.endIsImplied ? "</+" : "</") + name + ">";
        break;
      case DomKind::Text:
        text += source.text(node.span);
        break;
      case DomKind::Stripped:
        text += "[" + name + "]";
        break;
      case DomKind::Opaque:
        text += "{}";
        break;
      default:
        break;
      }
    }
    return text;
  }

  size_t count(HtmlFaultKind kind) const { return document.htmlFaults().of(kind).size(); }
  Span span(HtmlFaultKind kind) const { return document.htmlFaults().of(kind)[0].span; }

  Wiki wiki;
  Source source;
  Document document;
};

std::string print(std::string text) { return Page(std::move(text)).print(); }

TEST(HtmlTree, LinesBecomeParagraphs) {
  EXPECT_EQ(print("a\nb\n\nc"), "<p>a\nb</p>\n\n<p>c</p>");
  EXPECT_EQ(print("a\n<div>b</div>\nc"), "<p>a</p>\n<div>b</div>\n<p>c</p>");
  EXPECT_EQ(print("a\n<!-- b -->\nc"), "<p>a\nc</p>");
  EXPECT_EQ(print("== a ==\nb"), "<h2> a </h2>\n<p>b</p>");
}

TEST(HtmlTree, FormattingIsOpenedAgain) {
  EXPECT_EQ(print("<b>a\n\nb"), "<p><b>a</+b></p><+b>\n\n<p>b</p></+b>");
  EXPECT_EQ(print("<span>a\n\nb</span>"), "<p><span>a</+span></p>\n\n<p>b[span]</p>");
}

TEST(HtmlTree, OverlappingElementsAreSplit) {
  EXPECT_EQ(print("<b><i>a</b></i>"), "<p><b><i>a</+i></b>[i]</p>");
  EXPECT_EQ(print("<b>a<div>b</b>c</div>"), "<p><b>a</+b></p><div><+b>b</b>c</div>");
}

TEST(HtmlTree, ApostrophesEndWithTheLine) {
  EXPECT_EQ(print("''a\nb"), "<p><i>a</+i>\nb</p>");
  EXPECT_EQ(print("'''''a'' b'''"), "<p><b><i>a</i> b</b></p>");
  EXPECT_EQ(print("'''a ''b''' c''"), "<p><b>a <i>b</+i></b><+i> c</i></p>");
}

TEST(HtmlTree, ListsNest) {
  EXPECT_EQ(print("* a\n** b\n* c"), "<ul><li> a\n<ul><li> b</li></ul></li>\n<li> c</li></ul>");
  EXPECT_EQ(print("; a : b"), "<dl><dt> a </dt><dd> b</dd></dl>");
}

TEST(HtmlTree, ContentOutsideOfCellsIsMovedOut) {
  EXPECT_EQ(print("{|\nlost\n|-\n| a\n|}"),
            "<p>lost</p><table>\n\n<+tbody><tr>\n<td> a\n</+td></+tr></+tbody></table>");
}

TEST(HtmlTree, TheTextOfALinkStandsOnItsOwn) {
  EXPECT_EQ(print("[[a|<b>c]]</b>"), "<p><a><b>c</+b></a>[b]</p>");
}

TEST(HtmlTree, ElementsEndWhereTheyAreClosed) {
  Page cell("{|\n| <center>a\n|-\n| b\n|}");
  ASSERT_EQ(cell.count(HtmlFaultKind::MissingEndTag), 1U);
  EXPECT_EQ(cell.span(HtmlFaultKind::MissingEndTag), (Span{.begin = 5, .end = 14}));
  Page paragraph("<tt>a\n\n\nb");
  EXPECT_EQ(paragraph.span(HtmlFaultKind::MissingEndTag), (Span{.begin = 0, .end = 5}));
}

TEST(HtmlTree, TemplatesMayOpenAndClose) {
  Page page("<div>a\n{{End}}\n\n{{Start}}\nb</div>\n");
  EXPECT_EQ(page.count(HtmlFaultKind::MissingEndTag), 0U);
  Page stray("{{Start}}\nb</div>\n");
  ASSERT_EQ(stray.count(HtmlFaultKind::StrippedTag), 1U);
  EXPECT_TRUE(stray.document.htmlFaults().of(HtmlFaultKind::StrippedTag)[0].isUncertain);
}

/// The time for a text repeated, in seconds.
double seconds(std::string_view piece, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i)
    text += piece;
  auto start = std::chrono::steady_clock::now();
  Page page(std::move(text));
  page.document.htmlFaults();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Whatever is repeated, the cost is about linear: ten times as much takes far less than a hundred
// times as long.
TEST(HtmlTree, HostilePagesAreLinear) {
  for (std::string_view piece :
       {"<b>", "<b>a\n\n", "<b id=1>a\n\n<i id=2>", "<b><div>", "<b><i></b></i>", "<div>", "</div>",
        "{|\n", "{|\n|a\n", "<table>a", "* a\n** b\n", "''a '''b", "<small>\n* a\n", "{|\nb\n|-\n",
        "<span>a<b>\n\n", "[[a|<b>", "<ref><b>", "<a><p><b></a>", "<font color=1>a<p>b</font>"}) {
    double small = seconds(piece, 500), large = seconds(piece, 5000);
    EXPECT_LT(large, 40 * small + 0.2) << piece;
  }
}

} // namespace
} // namespace wikivet
