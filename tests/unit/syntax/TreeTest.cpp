// SPDX-License-Identifier: MIT
#include "lint/syntax/Tree.h"

#include "lint/support/Source.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace wikivet {
namespace {

/// A tree in one line: kinds in parentheses, texts of leaves left out.
std::string outline(std::string_view text) {
  Source source("test", std::string(text));
  Tree tree = Tree::parse(source);
  std::string result;
  std::vector<uint32_t> open;
  for (uint32_t i = 0; i <= tree.size(); ++i) {
    while (!open.empty() && open.back() <= i) {
      open.pop_back();
      result += ')';
    }
    if (i == tree.size())
      break;
    result += fmt::format("{}({}", result.empty() ? "" : " ", nodeKindName(tree.node(i).kind()));
    open.push_back(tree.node(i).subtreeEnd());
  }
  return result;
}

void expectSound(const std::string &name, std::string text) {
  Source source(name, std::move(text));
  Tree tree = Tree::parse(source);
  EXPECT_EQ(tree.errorCount(), 0U) << name;
  EXPECT_EQ(tree.missingCount(), 0U) << name;
  EXPECT_EQ(tree.root().span(),
            (Span{.begin = 0, .end = static_cast<uint32_t>(source.text().size())}))
      << name;
  for (uint32_t i = 1; i < tree.size(); ++i) {
    Node node = tree.node(i);
    Node next = node.nextSibling();
    ASSERT_TRUE(node.parent().span().contains(node.span())) << name;
    ASSERT_TRUE(!next || node.end() <= next.begin()) << name;
  }
}

TEST(Tree, NavigatesInAllDirections) {
  Source source("test", "{{a|b=c}} [[d|e]]");
  Tree tree = Tree::parse(source);
  Node call = tree.root().firstChild();
  ASSERT_TRUE(call.is(NodeKind::Template));
  EXPECT_EQ(call.text(), "{{a|b=c}}");
  EXPECT_EQ(call.parent(), tree.root());
  EXPECT_FALSE(tree.root().parent());
  Node link = call.nextSibling().nextSibling();
  EXPECT_TRUE(link.is(NodeKind::Wikilink));
  EXPECT_FALSE(link.nextSibling());
  EXPECT_EQ(link.child(NodeKind::LinkText).ancestor(NodeKind::Document), tree.root());
  size_t count = 0;
  for (Node child : call.children())
    count += child.isOneOf(NodeKind::TemplateName, NodeKind::TemplateArgument);
  EXPECT_EQ(count, 2U);
}

TEST(Tree, BracesPairInsideOut) {
  EXPECT_EQ(outline("{{{{{a}}}}}"),
            "(document (template (template_name (parameter (parameter_name)))))");
  EXPECT_EQ(outline("{{a}"), "(document (unclosed_template) (text))");
  EXPECT_EQ(outline("a}}"), "(document (text) (stray_close))");
}

TEST(Tree, TablesHaveRowsAndCells) {
  EXPECT_EQ(outline("{|\n!a\n|--x=y\n|b||c\n|}"),
            "(document (table (text) (table_row (table_header_cell (text))) (table_row (attribute "
            "(attribute_name) "
            "(attribute_value)) (text) (table_cell (text)) (table_cell (text)))))");
  EXPECT_EQ(outline("{|\n|a"),
            "(document (table (unclosed_table) (text) (table_row (table_cell (text)))))");
}

TEST(Tree, TakesAnyBytes) {
  expectSound("nul", std::string("a\0{{b\0}}", 9));
  expectSound("invalid", "\xff{{\xc3}}\xe2\x82[[a]]");
  expectSound("bom", "\xEF\xBB\xBF{{a}}");
  expectSound("crlf", "== a ==\r\n* b\r\n{|\r\n|c\r\n|}\r\n");
  expectSound("empty", "");
}

TEST(Tree, ANulEndsNoWord) {
  // Names with a NUL were compared beyond the end of a word.
  for (std::string_view name : {"!", "PAGENAME", "lc", "#if"}) {
    std::string text = "{{" + std::string(name) + std::string(40, '\0') + "!}}";
    Source source("nul", text);
    Tree tree = Tree::parse(source);
    EXPECT_TRUE(tree.node(1).isOneOf(NodeKind::Template, NodeKind::ParserFunction));
    EXPECT_EQ(tree.node(1).end(), text.size());
  }
}

TEST(Tree, DeepNestingIsBounded) {
  for (std::string_view piece :
       {"{{a|", "[[File:a|", "<b>", "{|\n|", "-{", "<ref>", "<table><tr><td>", "{{{a|"}) {
    std::string text;
    for (int i = 0; i < 100000; ++i)
      text += piece;
    expectSound(std::string(piece), text);
  }
  std::string closed;
  for (int i = 0; i < 50000; ++i)
    closed += "<b>{{a|";
  for (int i = 0; i < 50000; ++i)
    closed += "}}</b>";
  expectSound("closed", closed);
}

std::string readFile(const std::filesystem::path &path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

const std::filesystem::path shared = WIKIVET_SOURCE_DIR "/../shared";

TEST(Tree, CorpusHasNoErrors) {
  if (!std::filesystem::exists(shared / "corpus/dev"))
    GTEST_SKIP() << "there is no ../shared/corpus/dev here";
  size_t files = 0;
  for (const auto &entry : std::filesystem::directory_iterator(shared / "corpus/dev")) {
    expectSound(entry.path().filename().string(), readFile(entry.path()));
    ++files;
  }
  EXPECT_GT(files, 1000U);
}

TEST(Tree, ConformanceInputsHaveNoErrors) {
  std::filesystem::path path = shared / "conformance/wikitext-inputs.jsonl";
  if (!std::filesystem::exists(path))
    GTEST_SKIP() << "there is no ../shared/conformance here";
  std::ifstream stream(path);
  size_t count = 0;
  for (std::string line; std::getline(stream, line); ++count) {
    auto input = nlohmann::json::parse(line);
    expectSound(input["id"], input["wikitext"]);
  }
  EXPECT_GT(count, 2000U);
}

TEST(Tree, SampleArticleHasFiveTables) {
  std::filesystem::path path = shared / "seed/foreign-relations-of-azerbaijan.wiki";
  if (!std::filesystem::exists(path))
    GTEST_SKIP() << "there is no ../shared/seed here";
  Source source("sample", readFile(path));
  Tree tree = Tree::parse(source);
  size_t tables = 0, bodyRows = 0;
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    tables += node.is(NodeKind::Table);
    bodyRows += node.is(NodeKind::TableRow) && !node.child(NodeKind::TableHeaderCell);
  }
  EXPECT_EQ(tables, 5U);
  EXPECT_EQ(bodyRows, 55U);
}

} // namespace
} // namespace wikivet
