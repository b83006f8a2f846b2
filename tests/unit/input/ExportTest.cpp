// SPDX-License-Identifier: MIT
#include "lint/input/Export.h"

#include "lint/input/Multistream.h"
#include "lint/input/PageStream.h"
#include "tests/harness/Pack.h"
#include "tests/harness/Program.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace wikivet {
namespace {

const std::string head =
    "<mediawiki>\n<siteinfo><dbname>xxwiki</dbname><namespaces><namespace key=\"0\" />"
    "<namespace key=\"1\">Talk</namespace><namespace key=\"4\">Project name</namespace>"
    "</namespaces></siteinfo>\n";

std::string page(const std::string &title, const std::string &revisions, int space = 0) {
  return fmt::format("<page><title>{}</title><ns>{}</ns><id>1</id>{}</page>\n", title, space,
                     revisions);
}

std::string revision(int id, const std::string &text, const std::string &more = "") {
  return fmt::format("<revision><id>{0}</id><timestamp>2020-01-{0:02}T00:00:00Z</timestamp>"
                     "<contributor><id>99</id></contributor>{2}<text bytes=\"{3}\">{1}</text>"
                     "</revision>",
                     id, text, more, text.size());
}

/// "path title text" of each page.
struct Pages {
  std::vector<std::string> all;
  std::string error, omissions;
};

Pages read(const std::string &path, const ReadOptions &options = {}) {
  Pages result;
  auto stream = PageStream::open(path, options);
  if (!stream)
    return {.all = {}, .error = stream.error().message, .omissions = ""};
  while (std::unique_ptr<Source> page = (*stream)->next())
    result.all.push_back(fmt::format("{}={}", page->title(), page->text()));
  result.omissions = (*stream)->omissions();
  if ((*stream)->error())
    result.error = (*stream)->error()->message;
  return result;
}

using List = std::vector<std::string>;

TEST(Export, NamespacesAndTitlesAreChosen) {
  tests::Folder folder;
  std::string path = folder.write(
      "a.xml", head + page("A b", revision(1, "x")) + page("Talk:A b", revision(2, "y"), 1) +
                   page("Project name:C", revision(3, "z"), 4) + "</mediawiki>");
  EXPECT_EQ(read(path, {.filter = {.namespaces = {"0", "4"}}}).all,
            (List{"A b=x", "Project name:C=z"}));
  EXPECT_EQ(read(path, {.filter = {.namespaces = {"talk", "main"}}}).all,
            (List{"A b=x", "Talk:A b=y"}));
  EXPECT_EQ(read(path, {.filter = {.namespaces = {"Project_name"}}}).all,
            (List{"Project name:C=z"}));
  EXPECT_EQ(read(path, {.filter = {.titles = {"A_b"}}}).all, (List{"A b=x"}));
  auto pattern = std::make_shared<const Regex>(*Regex::compile("b$"));
  EXPECT_EQ(read(path, {.filter = {.titlePattern = pattern}}).all, (List{"A b=x", "Talk:A b=y"}));
}

TEST(Export, OldOnesTellTheNamespaceByThePrefix) {
  tests::Folder folder;
  std::string talk = "<page><title>Talk:A</title><revision><text>x</text></revision></page>";
  std::string path = folder.write("a.xml", head + talk + "</mediawiki>");
  EXPECT_EQ(read(path, {.filter = {.namespaces = {"1"}}}).all, (List{"Talk:A=x"}));
  EXPECT_EQ(read(path, {.filter = {.namespaces = {"0"}}}).all, List());
}

TEST(Export, RevisionsAreChosen) {
  tests::Folder folder;
  // The newest comes first in some exports.
  std::string path =
      folder.write("a.xml", head + page("A", revision(3, "new") + revision(2, "old")) +
                                page("B", revision(5, "b")) + "</mediawiki>");
  EXPECT_EQ(read(path).all, (List{"A=new", "B=b"}));
  ReadOptions all = {.filter = {.revisions = {.latestOnly = false}}};
  EXPECT_EQ(read(path, all).all, (List{"A=new", "A=old", "B=b"}));
  all.filter.revisions.first = 3;
  EXPECT_EQ(read(path, all).all, (List{"A=new", "B=b"}));
  all.filter.revisions.last = 3;
  auto stream = PageStream::open(path, all);
  EXPECT_EQ((*stream)->next()->path(), path + "#3");
}

TEST(Export, WhatIsNoWikitextIsLeftOut) {
  tests::Folder folder;
  std::string path = folder.write(
      "a.xml", head + page("A", revision(1, "x", "<model>wikitext</model>")) +
                   page("B.css", revision(1, "y", "<model>css</model>")) +
                   page("C", "<revision><id>1</id><text deleted=\"deleted\" /></revision>") +
                   "</mediawiki>");
  Pages pages = read(path);
  EXPECT_EQ(pages.all, List{"A=x"});
  EXPECT_EQ(pages.omissions, path + ": left out 1 page not in wikitext (1 css)");
  EXPECT_EQ(pages.error, "");
}

TEST(Export, DamageIsToldBehindThePagesBefore) {
  tests::Folder folder;
  std::string good = head + page("A", revision(1, "x"));
  Pages cut = read(folder.write("a.xml", good + "<page><title>B</title><rev"));
  EXPECT_EQ(cut.all, List{"A=x"});
  EXPECT_NE(cut.error.find("a.xml:4: the export is broken here, in or behind 'B': "),
            std::string::npos)
      << cut.error;
  Pages bytes = read(folder.write("b.xml", good + page("B", revision(2, "\xFF\xFE"))));
  EXPECT_EQ(bytes.all, List{"A=x"});
  EXPECT_NE(bytes.error.find("b.xml:4: "), std::string::npos) << bytes.error;
  std::string long_name = head + "<page><title>" + std::string(10000, 'x');
  EXPECT_NE(read(folder.write("c.xml", long_name)).error.find("a name without end"),
            std::string::npos);
  Pages huge = read(folder.write(
      "d.xml", good + page("B", revision(2, std::string((size_t{64} << 20) + 1, 'x')))));
  EXPECT_EQ(huge.all, List{"A=x"});
  EXPECT_NE(huge.error.find("more than 64 MiB"), std::string::npos) << huge.error;
}

TEST(Export, OtherSlotsAreNoText) {
  tests::Folder folder;
  std::string path = folder.write(
      "a.xml",
      head +
          page("A", "<revision><id>1</id><model>wikitext</model><text bytes=\"1\">x</text>"
                    "<content><role>mediainfo</role><model>json</model><text>{}</text></content>"
                    "</revision>") +
          "</mediawiki>");
  Pages pages = read(path);
  EXPECT_EQ(pages.all, List{"A=x"});
  EXPECT_EQ(pages.omissions, "");
}

TEST(Export, TheLatestRevisionMayHaveNoText) {
  tests::Folder folder;
  std::string deleted = "<revision><id>2</id><timestamp>2021-01-01T00:00:00Z</timestamp>"
                        "<text deleted=\"deleted\" /></revision>";
  std::string path =
      folder.write("a.xml", head + page("A", revision(1, "old") + deleted) + "</mediawiki>");
  EXPECT_EQ(read(path).all, List());
}

TEST(Export, WhatFillsTheMemoryIsRefused) {
  tests::Folder folder;
  std::string deep = "<mediawiki>";
  for (int i = 0; i < 1000; ++i)
    deep += "<a>";
  EXPECT_NE(read(folder.write("a.xml", deep)).error.find("elements in one another"),
            std::string::npos);
}

TEST(Export, AStubDumpIsAnError) {
  tests::Folder folder;
  std::string path = folder.write(
      "a.xml", head + page("A", "<revision><id>1</id><text bytes=\"12\" id=\"5\" /></revision>") +
                   "</mediawiki>");
  EXPECT_NE(read(path).error.find("a.xml: the export holds no texts"), std::string::npos);
}

TEST(Export, ReadingGoesOnWhereItEnded) {
  tests::Folder folder;
  std::string path =
      folder.write("a.xml", head + page("A", revision(1, "a1") + revision(2, "a2")) +
                                page("Talk:B", revision(3, "b"), 1) +
                                page("C", revision(4, "c1") + revision(5, "c2")) + "</mediawiki>");
  for (bool latestOnly : {true, false}) {
    ReadOptions options = {
        .filter = {.namespaces = {"0"}, .revisions = {.latestOnly = latestOnly}}};
    List whole = read(path, options).all;
    auto stream = PageStream::open(path, options);
    for (size_t i = 0; i < whole.size(); ++i) {
      (*stream)->next();
      ReadOptions rest = options;
      rest.done = (*stream)->position();
      EXPECT_EQ(read(path, rest).all,
                List(whole.begin() + static_cast<ptrdiff_t>(i) + 1, whole.end()));
    }
  }
}

/// A dump of seven pages, two a stream, with its index.
struct Multistream {
  explicit Multistream(const tests::Folder &folder) {
    std::string dump = tests::compress(head, "bzip2"), index;
    for (int i = 0; i < 7; i += 2) {
      std::string pages;
      for (int number = i; number < std::min(i + 2, 7); ++number) {
        pages += page(fmt::format("P:{}", number), revision(number + 1, "t"));
        index += fmt::format("{}:{}:P:{}\n", dump.size(), number + 10, number);
      }
      offsets.push_back(dump.size());
      dump += tests::compress(pages, "bzip2");
    }
    dump += tests::compress("</mediawiki>\n", "bzip2");
    path = folder.write("x-multistream1.xml-p1p9.bz2", dump);
    indexPath = folder.write("x-multistream-index1.txt-p1p9.bz2", tests::compress(index, "bzip2"));
  }
  std::string path, indexPath;
  std::vector<size_t> offsets;
};

TEST(Multistream, TheIndexLiesBesideTheDump) {
  tests::Folder folder;
  Multistream dump(folder);
  EXPECT_EQ(multistreamIndexOf(dump.path), dump.indexPath);
  EXPECT_EQ(multistreamIndexOf((folder.path / "y-multistream.xml.bz2").string()), "");
  std::string plain = folder.write("z-multistream-index.txt", "");
  EXPECT_EQ(multistreamIndexOf(folder.write("z-multistream.xml.bz2", "BZh9")), plain);
  EXPECT_EQ(multistreamIndexOf(folder.write("z-multistream.xml", head)), "") << "was unpacked";
  EXPECT_EQ(multistreamIndexOf("a.wiki"), "");
}

TEST(Multistream, OnlyWhatIsWantedIsUnpacked) {
  tests::Folder folder;
  Multistream dump(folder);
  EXPECT_EQ(read(dump.path).all.size(), 7U);
  // Nobody may look at the other streams.
  std::string bytes = folder.read("x-multistream1.xml-p1p9.bz2");
  bytes.replace(dump.offsets[0] + 12, 30, std::string(30, '#'));
  folder.write("x-multistream1.xml-p1p9.bz2", bytes);
  EXPECT_NE(read(dump.path).error, "");
  Pages found = read(dump.path, {.filter = {.titles = {"P:3", "P:6"}}});
  EXPECT_EQ(found.all, (List{"P:3=t", "P:6=t"}));
  EXPECT_EQ(found.error, "");
  EXPECT_EQ(read(dump.path, {.filter = {.titles = {"P:2"}}}).error, "") << "not at the end";
  Pages none = read(dump.path, {.filter = {.titles = {"Q"}}});
  EXPECT_EQ(none.all.size() + none.error.size(), 0U);
  Pages rest = read(dump.path, {.filter = {}, .done = {.pages = 3}});
  EXPECT_EQ(rest.all, (List{"P:3=t", "P:4=t", "P:5=t", "P:6=t"}));
  EXPECT_EQ(rest.error, "");
  EXPECT_EQ(read(dump.path, {.filter = {}, .done = {.pages = 7}}).all, List());
}

TEST(Multistream, AForeignIndexIsAnError) {
  tests::Folder folder;
  Multistream dump(folder);
  std::string empty = folder.write("empty", "");
  Pages none = read(dump.path, {.filter = {.titles = {"A"}}, .done = {}, .index = empty});
  EXPECT_NE(none.error.find("this index has no line"), std::string::npos) << none.error;
  for (std::string index :
       {std::string("what is this"), std::string("12"), std::string(100'000, '1'),
        std::string("999999999:1:P:1\n"), std::string("500:1:A\n400:2:B\n")}) {
    std::string path = folder.write("index", index);
    Pages pages = read(dump.path, {.filter = {.titles = {"A"}}, .done = {}, .index = path});
    EXPECT_NE(pages.error.find("this is no line of the index"), std::string::npos)
        << index.substr(0, 50) << ": " << pages.error;
  }
}

TEST(Multistream, TitlesInTheIndexAreEscaped) {
  tests::Folder folder;
  std::string begin = tests::compress(head, "bzip2");
  std::string dump = folder.write(
      "x-multistream.xml.bz2", begin + tests::compress(page("A&amp;B", revision(1, "x")), "bzip2") +
                                   tests::compress("</mediawiki>", "bzip2"));
  folder.write("x-multistream-index.txt", fmt::format("{}:1:A&amp;B\n", begin.size()));
  EXPECT_EQ(read(dump, {.filter = {.titles = {"A&B"}}}).all, List{"A&B=x"});
}

} // namespace
} // namespace wikivet
