// SPDX-License-Identifier: MIT
#include "lint/input/PageStream.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace wikivet {
namespace {

class PageStreamTest : public testing::Test {
protected:
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() /
             ("wikivet-test-" + std::to_string(testing::UnitTest::GetInstance()->random_seed()) +
              "-" + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::string write(const std::string &name, std::string_view text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return (folder / name).string();
  }

  struct Result {
    std::vector<std::pair<std::string, std::string>> pages; ///< title, text
    std::string error;
  };
  static Result read(const std::string &path) {
    Result result;
    auto stream = PageStream::open(path);
    if (!stream)
      return {.pages = {}, .error = stream.error().message};
    while (std::unique_ptr<Source> page = (*stream)->next())
      result.pages.emplace_back(page->title(), page->text());
    if ((*stream)->error())
      result.error = (*stream)->error()->message;
    return result;
  }

  std::filesystem::path folder;
};

using Pages = std::vector<std::pair<std::string, std::string>>;

TEST_F(PageStreamTest, PlainTextIsOnePage) {
  EXPECT_EQ(read(write("a.wiki", "x < y & <text>")).pages, (Pages{{"", "x < y & <text>"}}));
  EXPECT_EQ(read(write("b.wiki", "")).pages, (Pages{{"", ""}}));
}

TEST_F(PageStreamTest, ExportsHaveManyPages) {
  std::string path = write(
      "a.xml", "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\"><siteinfo/>"
               "<page><title>A &amp; B</title><revision><text>old</text></revision><revision>"
               "<text xml:space=\"preserve\">&lt;ref&gt;x\n</text></revision></page>"
               "<page><title>C</title><revision><text>y</text></revision></page></mediawiki>");
  EXPECT_EQ(read(path).pages, (Pages{{"A & B", "<ref>x\n"}, {"C", "y"}}));
  EXPECT_EQ(read(path).error, "");
}

TEST_F(PageStreamTest, BrokenExportsGiveThePagesBefore) {
  Result result = read(write(
      "a.xml",
      "<mediawiki>\n<page><title>A</title><revision><text>x</text></revision></page>\n<page><tit"));
  EXPECT_EQ(result.pages, (Pages{{"A", "x"}}));
  EXPECT_NE(result.error.find("a.xml:3: the export is broken here"), std::string::npos)
      << result.error;
}

TEST_F(PageStreamTest, FragmentsAreUnescaped) {
  EXPECT_EQ(read(write("a.txt", "The title\n      <text xml:space=\"preserve\">a&lt;b&gt; "
                                "&amp;amp; &#65;\nc</text>\n"))
                .pages,
            (Pages{{"The title", "a<b> &amp; A\nc"}}));
  EXPECT_EQ(
      read(write("b.txt", "<page>\n<title>T</title>\n<text bytes=\"1\" xml:space=\"preserve\">x"))
          .pages,
      (Pages{{"T", "x"}}));
  std::string article = "{{Infobox}}\n<text xml:space=\"preserve\">x</text>";
  EXPECT_EQ(read(write("c.txt", article)).pages, (Pages{{"", article}}));
}

TEST_F(PageStreamTest, MissingFilesSaySo) {
  EXPECT_NE(read((folder / "none.wiki").string()).error.find("none.wiki: No such file"),
            std::string::npos);
  EXPECT_NE(read(folder.string()).error, "");
}

TEST_F(PageStreamTest, FoldersAreSearchedInOrder) {
  write("b.wiki", "");
  write("a.mediawiki", "");
  write("c.txt", "");
  std::vector<Error> errors;
  std::vector<std::string> files = expandPaths({folder.string(), "x.wiki"}, errors);
  EXPECT_EQ(files, (std::vector<std::string>{(folder / "a.mediawiki").string(),
                                             (folder / "b.wiki").string(), "x.wiki"}));
  EXPECT_TRUE(errors.empty());
  std::filesystem::create_directory(folder / "empty");
  expandPaths({(folder / "empty").string()}, errors);
  EXPECT_EQ(errors.size(), 1U);
}

TEST_F(PageStreamTest, AFileHasOneName) {
  std::vector<Error> errors;
  EXPECT_EQ(expandPaths({"x/./y.wiki", "./x/y.wiki", "x//y.wiki", "../y.wiki", "-"}, errors),
            (std::vector<std::string>{"x/y.wiki", "../y.wiki", "-"}));
}

} // namespace
} // namespace wikivet
