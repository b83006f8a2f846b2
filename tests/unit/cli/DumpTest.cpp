// SPDX-License-Identifier: MIT
//
// Dumps, as users of the program read them.
#include "tests/harness/Pack.h"
#include "tests/harness/Program.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace wikivet::tests {
namespace {

/// Nine pages, each with one finding.
std::string dump() {
  std::string text = "<mediawiki>\n";
  for (int i = 1; i < 10; ++i)
    text += fmt::format("<page><title>P{0}</title><ns>{1}</ns><revision><id>{0}</id>"
                        "<text>a&lt;/br&gt;</text></revision></page>\n",
                        i, i % 2);
  return text + "</mediawiki>\n";
}

TEST(Dump, CompressedOnesAreReadAlsoFromStandardInput) {
  Folder folder;
  std::string path = folder.write("a.xml.bz2", compress(dump(), "bzip2"));
  std::string arguments = "check --isolated --select br-end-tag --output-format jsonl ";
  std::string lines = run(arguments + path).output;
  EXPECT_EQ(std::ranges::count(lines, '\n'), 9);
  EXPECT_EQ(run(arguments + folder.path.string()).output, lines) << "found in a folder";
  std::string piped =
      runShell(fmt::format("{} {} - < {}", WIKIVET_PROGRAM, arguments, path)).output;
  EXPECT_EQ(std::ranges::count(piped, '\n'), 9);
  EXPECT_EQ(run("fix " + path).exitCode, 2);
}

TEST(Dump, PagesAreChosen) {
  Folder folder;
  std::string path = folder.write("a.xml", dump());
  auto count = [&](const std::string &options) {
    Outcome outcome =
        run("check --isolated --select br-end-tag --output-format jsonl " + options + " " + path);
    return outcome.exitCode == 2 ? -1 : std::ranges::count(outcome.output, '\n');
  };
  EXPECT_EQ(count("--namespace 1"), 5);
  EXPECT_EQ(count("--namespace 0,1 --limit 7"), 7);
  EXPECT_EQ(count("--title P3 --title P4"), 2);
  EXPECT_EQ(count("--title-regex '[12]'"), 2);
  EXPECT_EQ(count("--revisions 2..4"), 3);
  EXPECT_EQ(count("--revisions 8.."), 2);
  EXPECT_EQ(count("--revisions ..1"), 1);
  for (const char *wrong : {"--revisions ..", "--revisions 4..2", "--revisions x", "--limit -1",
                            "--title-regex '('", "--index /no/such/file"})
    EXPECT_EQ(count(wrong), -1) << wrong;
}

TEST(Dump, ARunGoesOnWhereItEnded) {
  Folder folder;
  std::string path = folder.write("a.xml", dump()), state = (folder.path / "state").string();
  std::string arguments = "check --isolated --select br-end-tag --output-format jsonl ";
  std::string whole = run(arguments + path).output, parts;
  for (int i = 0; i < 4; ++i)
    parts += run(arguments + "--limit 2 --resume " + state + " " + path).output;
  EXPECT_TRUE(std::filesystem::exists(state));
  Outcome other = run(arguments + "--namespace 1 --resume " + state + " " + path);
  EXPECT_EQ(other.exitCode, 2);
  EXPECT_NE(other.output.find("other options"), std::string::npos) << other.output;
  parts += run(arguments + "--resume " + state + " " + path).output;
  EXPECT_EQ(parts, whole);
  EXPECT_FALSE(std::filesystem::exists(state)) << "all is done";

  Outcome report = run("check --isolated --output-format json --resume " + state + " " + path);
  EXPECT_EQ(report.exitCode, 2);
  folder.write("state", "[1, 2");
  EXPECT_NE(run(arguments + "--resume " + state + " " + path).output.find("--resume has written"),
            std::string::npos);
}

TEST(Dump, FilesInWikitextAreResumedToo) {
  Folder folder;
  std::string state = (folder.path / "state").string(), pages;
  for (int i = 0; i < 3; ++i)
    pages += " " + folder.write(fmt::format("{}.wiki", i), "a</br>");
  std::string arguments = "check --isolated --select br-end-tag --output-format jsonl", parts;
  std::string whole = run(arguments + pages).output;
  for (int i = 0; i < 4; ++i)
    parts += run(arguments + " --limit 1 --resume " + state + pages).output;
  EXPECT_EQ(parts, whole);
  EXPECT_FALSE(std::filesystem::exists(state));
}

TEST(Dump, WhatCannotBePrintedIsNotDone) {
  if (!std::filesystem::exists("/dev/full"))
    GTEST_SKIP() << "there is no /dev/full here";
  Folder folder;
  std::string path = folder.write("a.xml", dump()), state = (folder.path / "state").string();
  Outcome outcome = runShell(
      fmt::format("{} check --isolated --output-format jsonl --resume {} {} 2>&1 > /dev/full",
                  WIKIVET_PROGRAM, state, path));
  EXPECT_EQ(outcome.exitCode, 2);
  EXPECT_NE(outcome.output.find("can't write to standard output"), std::string::npos)
      << outcome.output;
  EXPECT_EQ(nlohmann::json::parse(folder.read("state"))["pages"], 0);
}

TEST(Dump, ItIsToldThatNothingWasMeant) {
  Folder folder;
  std::string path = folder.write("a.xml", dump());
  Outcome outcome = run("check --isolated --title Typo " + path);
  EXPECT_EQ(outcome.exitCode, 2);
  EXPECT_NE(outcome.output.find("no page is one of those"), std::string::npos) << outcome.output;
}

TEST(Dump, ABrokenOneKeepsItsPlace) {
  Folder folder;
  std::string whole = dump(), state = (folder.path / "state").string();
  std::string path = folder.write("a.xml", whole.substr(0, whole.find("<page><title>P4")));
  Outcome outcome = run("check --isolated --select br-end-tag --output-format jsonl --resume " +
                        state + " " + path);
  EXPECT_EQ(outcome.exitCode, 2);
  EXPECT_EQ(nlohmann::json::parse(folder.read("state"))["pages"], 3);
}

TEST(Dump, FindingsAreCounted) {
  Folder folder;
  std::string path = folder.write("a.xml", dump());
  std::string arguments = "check --isolated --select br-end-tag --statistics " + path;
  EXPECT_EQ(run(arguments + " --limit 2").output,
            " findings     pages  severity  rule\n"
            "        2         2  warning   br-end-tag\n"
            "\n"
            "pages with the most findings\n"
            "        1  P1\n"
            "        1  P2\n"
            "\n"
            "2 pages, 2 with findings: 0 errors, 2 warnings, 0 infos\n");
  auto json = nlohmann::json::parse(run(arguments + " --output-format json").output);
  EXPECT_EQ(json["pages"], 9);
  EXPECT_EQ(json["severities"]["warning"]["findings"], 9);
  EXPECT_EQ(json["rules"][0]["rule"], "br-end-tag");
  EXPECT_EQ(json["pagesWithMost"].size(), 9U);
  std::string csv = run(arguments + " --output-format csv").output;
  EXPECT_NE(csv.find("rule,br-end-tag,warning,9,9\n"), std::string::npos) << csv;
  EXPECT_EQ(run(arguments + " --output-format sarif").exitCode, 2);
  EXPECT_EQ(run(arguments).exitCode, 1) << "what is found counts as ever";
}

} // namespace
} // namespace wikivet::tests
