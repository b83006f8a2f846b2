// SPDX-License-Identifier: MIT
//
// What the fixes of faulty elements keep: the tree, but for what they say they change.
#include "lint/engine/Fixes.h"
#include "lint/input/PageStream.h"
#include "lint/model/Document.h"
#include "lint/model/HtmlTree.h"
#include "lint/support/Text.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace wikivet {
namespace {

using html::DomKind;
using html::DomNode;
using html::Name;
using html::NodeId;
using html::noNode;

/// The name by which an obsolete element is replaced.
Name modern(Name name) {
  switch (name) {
  case Name::Strike:
    return Name::S;
  case Name::Tt:
    return Name::Code;
  case Name::Center:
    return Name::Div;
  case Name::Font:
    return Name::Span;
  default:
    return name;
  }
}

/// Text and elements of a page on a line, paragraphs too. Elements that the tree builder opened
/// again, and those that hold blanks only, are passed over.
std::string outline(const Source &source) {
  Wiki wiki;
  Document document(source, wiki);
  const html::Dom &dom = document.htmlTree().dom();
  std::string text;
  struct Open {
    NodeId node;
    size_t before, behind; ///< its tag in `text`
  };
  std::vector<Open> open;
  auto closeTo = [&](NodeId parent) {
    for (; !open.empty() && open.back().node != parent; open.pop_back()) {
      Open last = open.back();
      if (trim(std::string_view(text).substr(last.behind)).empty())
        text.erase(last.before, last.behind - last.before);
      else if (last.before < last.behind)
        text.insert(std::max(last.behind, text.find_last_not_of('\n') + 1), "</>");
    }
  };
  for (NodeId id = dom[0].first; id != noNode; id = dom.following(id, 0)) {
    closeTo(dom[id].parent);
    const DomNode &node = dom[id];
    if (node.kind == DomKind::Text)
      text += source.text(node.span);
    size_t before = text.size();
    if (node.kind == DomKind::Element && (!node.startIsImplied || node.name == Name::P))
      text += "<" + std::string(html::nameText(modern(node.name))) + ">";
    open.push_back({.node = id, .before = before, .behind = text.size()});
  }
  closeTo(noNode);
  return collapseSpaces(text);
}

class HtmlFixes : public testing::Test {
protected:
  /// The page as the fixes leave it.
  std::string fix(const Source &page) const { return applyFixes(page, ruleset, {}).text; }

  Registry registry = Registry::builtin();
  Ruleset ruleset = Ruleset::of(
      registry, {"missing-end-tag", "misnested-tag", "self-closed-tag", "obsolete-tag"});
};

TEST_F(HtmlFixes, KeepTheTreeOfSnippets) {
  for (std::string text :
       {"{|\n| <center>a\n| ''b\n|+ <b>c\n|}", "* <small>a\n* b", "[[a|<b>c]] <ref><i>d</ref>",
        "<b><i>a</b></i>", "<font color=red size=2>a <b>b</b></font>", "<tt>a</tt> b<b/>c",
        "<center>a\n\nb</center>", "{|\n| <center>a\n\nb\n| c\n|}",
        "{|\n| <center>a\nb<!-- c -->\n|}", "{|\n| <div>a\n* b\n|}",
        "{|\n| <small>a<small>\n| <small> <small>\n|}", "<strike id=x>a</strike >"}) {
    Source page("test", text);
    std::string fixed = fix(page);
    EXPECT_NE(fixed, text);
    Source after("test", fixed);
    EXPECT_EQ(outline(after), outline(page)) << fixed;
  }
}

TEST_F(HtmlFixes, LeaveWhatIsNotCertain) {
  for (std::string text :
       {"<b>a\n\nb", "<center>\n{|\n| a\n|}\n</center>", "<center>{{Table}}</center>",
        "<font color=\"{{Colour}}\">a</font>", "<font color=red><div>a</div></font>",
        "* ''Title, 1901", "{|\n| <small>\n|}", "<div>a\n{{End}}"}) {
    Source page("test", text);
    EXPECT_EQ(fix(page), text);
  }
}

TEST_F(HtmlFixes, KeepTheTreeOfRealPages) {
  std::filesystem::path folder = std::filesystem::path(WIKIVET_SOURCE_DIR) / "../shared/corpus/dev";
  if (!std::filesystem::exists(folder))
    GTEST_SKIP() << "there is no ../shared/corpus/dev here";
  std::vector<Error> errors;
  for (const std::string &path : expandPaths({folder.string()}, errors)) {
    auto stream = PageStream::open(path);
    ASSERT_TRUE(stream);
    std::unique_ptr<Source> page = (*stream)->next();
    Source fixed(path, fix(*page));
    if (fixed.text() == page->text())
      continue;
    std::string before = outline(*page), after = outline(fixed);
    size_t same = 0;
    while (same < std::min(before.size(), after.size()) && before[same] == after[same])
      ++same;
    EXPECT_TRUE(before == after) << path << ": " << before.substr(same, 80) << "\nbecomes "
                                 << after.substr(same, 80);
  }
}

} // namespace
} // namespace wikivet
