// SPDX-License-Identifier: MIT
//
// Command lines that say something else than was meant.
#include "tests/harness/Program.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace wikivet::tests {
namespace {

/// What the program says when it refuses a command line.
std::string refusal(const std::string &arguments, const std::string &input = "") {
  Outcome outcome = run(arguments, input);
  EXPECT_EQ(outcome.exitCode, 2) << arguments;
  EXPECT_TRUE(outcome.output.starts_with("wikivet: ")) << outcome.output;
  return outcome.output.substr(0, outcome.output.size() - 1);
}

TEST(Usage, UnknownCommands) {
  EXPECT_EQ(refusal("chekc d"), "wikivet: there is no command 'chekc'; did you mean 'check'?");
  EXPECT_EQ(refusal("explain x"),
            "wikivet: there is no command 'explain'; 'wikivet --help' lists them");
  EXPECT_EQ(refusal("wiki imprt x"),
            "wikivet: there is no command 'imprt'; did you mean 'import'?");
  EXPECT_EQ(refusal(""), "wikivet: a command is expected; 'wikivet --help' lists them");
  EXPECT_EQ(refusal("help chekc"), refusal("chekc"));
}

TEST(Usage, UnknownOptions) {
  EXPECT_EQ(refusal("check --slect a -"),
            "wikivet: there is no option '--slect'; did you mean '--select'?");
  EXPECT_EQ(refusal("check --frobnicate -"),
            "wikivet: there is no option '--frobnicate'; 'wikivet check --help' lists them");
  EXPECT_EQ(refusal("--verson"),
            "wikivet: there is no option '--verson'; did you mean '--version'?");
}

TEST(Usage, HelpIsACommand) {
  EXPECT_EQ(run("help").output, run("--help").output);
  EXPECT_EQ(run("help wiki import").output, run("wiki import --help").output);
  EXPECT_EQ(run("help").exitCode, 0);
}

TEST(Usage, NumbersBelowOne) {
  for (const char *arguments : {"check - --limit 0", "worker --jobs 0", "worker --jobs -1"})
    EXPECT_NE(refusal(arguments).find("a number of 1 or more is expected"), std::string::npos)
        << refusal(arguments);
}

TEST(Usage, Selectors) {
  EXPECT_EQ(run("check - --select strict", "a</br>").exitCode, 1);
  EXPECT_EQ(refusal("check - --select checkwiki-9999"),
            "wikivet: no rule, group, tag or alias is called 'checkwiki-9999'");
}

TEST(Usage, RevisionsAndFiles) {
  Folder folder;
  std::string page = folder.write("a.wiki", "a</br>\n");
  EXPECT_EQ(refusal("diff - -"),
            "wikivet: standard input is one revision: name a file as the other");
  EXPECT_EQ(refusal("diff " + page + "#3 " + page),
            "wikivet: " + page + ": this is no XML export, of which a revision could be named");
  std::string in = folder.path.string();
  Outcome outcome = run("check " + in + " " + page + " " + in + "/../" +
                        folder.path.filename().string() + "/a.wiki");
  EXPECT_NE(outcome.output.find("1 warning in 1 page\n"), std::string::npos) << outcome.output;
}

TEST(Usage, MistakesInAConfigurationHaveAPlace) {
  Folder folder;
  std::string page = folder.write("a.wiki", "x\n");
  std::string config = (folder.path / ".wikivet.yaml").string();
  for (const char *key : {"rule-paths", "baseline", "suppressions"}) {
    folder.write(".wikivet.yaml", "# our own\n" + std::string(key) + ": nowhere\n");
    Outcome outcome = run("check " + page);
    EXPECT_EQ(outcome.exitCode, 2) << key;
    EXPECT_NE(outcome.output.find(config + ":2:"), std::string::npos) << outcome.output;
    EXPECT_NE(outcome.output.find("nowhere"), std::string::npos) << outcome.output;
  }
  std::filesystem::remove(config);
  std::filesystem::create_symlink("nowhere.yaml", config);
  EXPECT_EQ(refusal("check " + page), "wikivet: " + config + ": No such file or directory");
  std::filesystem::remove(config);
  std::filesystem::create_directory(config);
  EXPECT_EQ(refusal("check " + page), "wikivet: " + config + ": Is a directory");
}

} // namespace
} // namespace wikivet::tests
