// SPDX-License-Identifier: MIT
//
// What the program writes: standard output, reports, fixed files.
#include "tests/harness/Program.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace wikivet::tests {
namespace {

namespace fs = std::filesystem;

/// Runs the program with a full disk as standard output. Gives what it says on standard error.
Outcome runOnFullDisk(const std::string &arguments, const std::string &input) {
  return runShell(fmt::format("printf '%b' '{}' | WIKIVET_CACHE_DIR= {} {} 2>&1 >/dev/full", input,
                              WIKIVET_PROGRAM, arguments));
}

TEST(Output, ThatIsLostIsAlwaysTold) {
  if (!fs::exists("/dev/full"))
    GTEST_SKIP() << "there is no /dev/full";
  Folder folder;
  std::string page = folder.write("a.wiki", "a</br>\n");
  std::string siteinfo = folder.write(
      "info.json", R"({"query": {"general": {"lang": "en"}, "namespaces": {"0": {"id": 0}}}})");
  for (const char *command : {"fix -", "fix --diff -", "check -", "check - --output-format json",
                              "rules", "rule br-end-tag", "config show", "config schema", "parse -",
                              "wiki list", "--help", "--version", "check --help", "help", "test"})
    EXPECT_TRUE(runOnFullDisk(command, "a</br>\n")
                    .output.ends_with("wikivet: can't write to standard output\n"))
        << command;
  EXPECT_TRUE(runOnFullDisk("fix -", "a</br>\n").output.starts_with("0 fixes made"));
  for (const std::string &command :
       std::vector<std::string>{"fix -", "rule br-end-tag", "wiki list", "wiki import " + siteinfo,
                                "trace br-end-tag " + page, "worker"})
    EXPECT_EQ(runOnFullDisk(command, R"({"text": "a"})").exitCode, 2) << command;
}

TEST(Output, ReportsDontReplaceWhatIsRead) {
  Folder folder;
  std::string text = "a</br>\n", page = folder.write("a.wiki", text);
  fs::create_symlink(page, folder.path / "link.wiki");
  fs::create_hard_link(page, folder.path / "hard.txt");
  fs::create_directory(folder.path / "below");
  std::string in = folder.path.string();
  for (const std::string &arguments : std::vector<std::string>{
           page + " --output json=" + page, page + " -o " + page, in + " -o " + page,
           page + " -o " + in + "/link.wiki", page + " -o " + in + "/hard.txt",
           page + " -o " + in + "/below/../a.wiki", in + "/link.wiki -o " + page}) {
    Outcome outcome = run("check " + arguments);
    EXPECT_EQ(outcome.exitCode, 2) << arguments;
    EXPECT_NE(outcome.output.find("this is read"), std::string::npos) << outcome.output;
    EXPECT_EQ(folder.read("a.wiki"), text);
  }
  EXPECT_EQ(run(fmt::format("diff - {} -o {}", page, page)).exitCode, 2);
  EXPECT_EQ(folder.read("a.wiki"), text);
  EXPECT_EQ(run(fmt::format("check {} -o {}/report.txt", in, in)).exitCode, 1);
  EXPECT_EQ(run(fmt::format("check {} -o {}/report.txt", in, in)).exitCode, 1) << "again";
}

TEST(Output, OnlyWhatWasWrittenIsCounted) {
  Folder folder;
  std::string page = folder.write("a.wiki", "a</br>\n");
  fs::permissions(page, fs::perms::owner_read);
  Outcome outcome = run("fix " + page);
  EXPECT_EQ(outcome.exitCode, 2);
  EXPECT_NE(outcome.output.find("can't be written: it is read-only"), std::string::npos);
  EXPECT_NE(outcome.output.find("0 fixes made in 0 of 1 file"), std::string::npos)
      << outcome.output;
  EXPECT_EQ(folder.read("a.wiki"), "a</br>\n");
  fs::permissions(page, fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_NE(run("fix " + page).output.find("1 fix made in 1 of 1 file\n"), std::string::npos);
}

TEST(Output, FixTellsWhichFixesAreLeft) {
  Folder folder;
  std::string page = folder.write("a.wiki", "[[b|b]]\n");
  std::string rule = " --select redundant-link-text ";
  Outcome check = run("check --fail-on never" + rule + page);
  EXPECT_EQ(check.exitCode, 0);
  EXPECT_NE(check.output.find(" (cosmetic)\n"), std::string::npos) << check.output;
  EXPECT_EQ(run("fix" + rule + page).output,
            "0 fixes made in 0 of 1 file\n1 more with --cosmetic\n");
  EXPECT_EQ(run("fix --cosmetic" + rule + page).output,
            "     1 redundant-link-text\n1 fix made in 1 of 1 file\n");
}

TEST(Output, TextThatIsNoneIsRefused) {
  Folder folder;
  std::string utf16 = folder.write("a.wiki", std::string("\xFF\xFE"
                                                         "a\0b\0",
                                                         6));
  std::string binary = folder.write("b.wiki", std::string("\x7F"
                                                          "ELF\x02\x01\x01\0\0",
                                                          9));
  for (const char *command : {"check", "fix"}) {
    Outcome outcome = run(fmt::format("{} {} {}", command, utf16, binary));
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_NE(outcome.output.find(
                  "a.wiki: is not text in UTF-8: it begins with the byte order mark of UTF-16\n"),
              std::string::npos)
        << outcome.output;
    EXPECT_NE(outcome.output.find("b.wiki: is not text in UTF-8: byte 7 is NUL\n"),
              std::string::npos)
        << outcome.output;
  }
  std::string latin = folder.write("c.wiki", "Caf\xE9, caf\xE9\n");
  EXPECT_EQ(run("check --output-format concise " + latin).output,
            latin + ":1:4: warning: byte 0xE9, 3 bytes from the start, is no UTF-8: save the text "
                    "in UTF-8 [invalid-utf8]\n");
}

} // namespace
} // namespace wikivet::tests
