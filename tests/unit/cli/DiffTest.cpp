// SPDX-License-Identifier: MIT
//
// Revisions and git, as users of the program meet them.
#include "tests/harness/Program.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace wikivet::tests {
namespace {

using Json = nlohmann::json;

TEST(Diff, ReportsWhatAnEditBroke) {
  Folder folder;
  std::string old = folder.write("old.wiki", "One</br>two.\n\nThree</br>four.\n");
  std::string now = folder.write("new.wiki", "Zero.\n\nOne</br>two.\n\nWhat came</br>instead.\n");
  Outcome outcome = run(fmt::format("diff --output-format concise {} {}", old, now));
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_NE(outcome.output.find(now + ":5:10: warning: '</br>'"), std::string::npos)
      << outcome.output;
  EXPECT_NE(outcome.output.find("1 introduced, 1 fixed, 1 persisting"), std::string::npos)
      << outcome.output;
  EXPECT_EQ(run(fmt::format("diff {} {}", old, old)).exitCode, 0);
  EXPECT_EQ(run(fmt::format("diff --exit-zero {} {}", old, now)).exitCode, 0);
  EXPECT_EQ(run(fmt::format("diff --fail-on error {} {}", old, now)).exitCode, 0);
  run(fmt::format("diff --show all --output json={2}/a.json --output sarif={2}/a.sarif {0} {1}",
                  old, now, folder.path.string()));
  std::vector<std::string> changes;
  for (const Json &finding : Json::parse(folder.read("a.json")))
    changes.push_back(finding["change"]);
  EXPECT_EQ(changes, (std::vector<std::string>{"introduced", "persisting", "fixed"}));
  Json sarif = Json::parse(folder.read("a.sarif"));
  EXPECT_EQ(sarif["runs"][0]["results"][2]["baselineState"], "absent");
  EXPECT_EQ(run(fmt::format("diff {} -", old), "One</br>two.\\n").exitCode, 0);
  EXPECT_EQ(run(fmt::format("diff {}", old)).exitCode, 2);
  EXPECT_EQ(run(fmt::format("diff {} /no/such/file", old)).exitCode, 2);
}

TEST(Diff, ReadsRevisionsOfAnExport) {
  Folder folder;
  std::string dump = folder.write(
      "dump.xml",
      "<mediawiki><page><title>A</title><id>9</id><revision><id>11</id><contributor>"
      "<id>5</id></contributor><text>a</text></revision><revision><id>12</id>"
      "<text>a&lt;/br></text></revision></page><page><title>B</title></page></mediawiki>");
  Outcome outcome = run(fmt::format("diff {0}#11 {0}#12", dump));
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_NE(outcome.output.find("(A)"), std::string::npos) << outcome.output;
  EXPECT_EQ(run(fmt::format("diff {0}#12 {0}#11", dump)).exitCode, 0);
  EXPECT_EQ(run(fmt::format("diff {0}#12 {0}", dump)).exitCode, 0) << "its last revision";
  EXPECT_EQ(run(fmt::format("diff {0}#5 {0}#11", dump)).exitCode, 2) << "a contributor's number";
}

/// A git repository with two pages in one commit.
class Git : public testing::Test {
protected:
  void SetUp() override {
    if (git("--version").exitCode != 0)
      GTEST_SKIP() << "git is not installed";
    git("init -q -b main");
    folder.write("pages/a.wiki", "One</br>two.\n\nSome more words, so that it is known again.\n");
    folder.write("pages/b.wiki", "A page that stays, with a break</br>in it.\n");
    folder.write("notes.txt", "Three</br>four.\n");
    commit();
  }

  Outcome git(const std::string &arguments) const {
    return runShell(fmt::format("cd {} && git -c user.name=t -c user.email=t@example.org "
                                "-c protocol.file.allow=always {} 2>&1",
                                folder.path.string(), arguments));
  }
  void commit() const {
    git("add -A");
    git("commit -q -m x");
  }
  Outcome wikivet(const std::string &arguments, const std::string &below = ".") const {
    return runShell(fmt::format("cd {}/{} && {} {} 2>&1", folder.path.string(), below,
                                WIKIVET_PROGRAM, arguments));
  }

  Folder folder;
};

TEST_F(Git, ChecksWhatIsStaged) {
  EXPECT_EQ(wikivet("check --staged").exitCode, 0) << "nothing is";
  folder.write("pages/c.wiki", "New</br>page.\n");
  EXPECT_EQ(wikivet("check --staged").exitCode, 0);
  git("add pages/c.wiki");
  folder.write("pages/c.wiki", "Mended<br>page.\n");
  Outcome outcome = wikivet("check --staged --output-format concise");
  EXPECT_EQ(outcome.exitCode, 1) << "the index counts, not the work tree";
  EXPECT_TRUE(outcome.output.starts_with("pages/c.wiki:1:4: warning")) << outcome.output;
  EXPECT_EQ(wikivet("check --staged pages/a.wiki").exitCode, 0);
  EXPECT_EQ(wikivet("check --staged .", "pages").exitCode, 1);
  EXPECT_TRUE(
      wikivet("check --staged --output-format concise", "pages").output.starts_with("c.wiki:1:4"));
  git("rm -q -f --cached pages/c.wiki");
  git("rm -q pages/b.wiki");
  EXPECT_EQ(wikivet("check --staged").exitCode, 0) << "deleted pages are left out";
}

// As a hook of git's is run by `git commit -a`.
TEST_F(Git, ReadsTheIndexOfTheEnvironment) {
  folder.write("pages/a.wiki", "One</br>two.\n\nAnd</br>three.\n");
  ASSERT_EQ(runShell(fmt::format("cd {0} && cp .git/index .git/other && GIT_INDEX_FILE=.git/other "
                                 "git add pages/a.wiki",
                                 folder.path.string()))
                .exitCode,
            0);
  EXPECT_EQ(wikivet("check --staged").exitCode, 0);
  Outcome outcome =
      runShell(fmt::format("cd {}/pages && GIT_INDEX_FILE={}/.git/other {} check --staged 2>&1",
                           folder.path.string(), folder.path.string(), WIKIVET_PROGRAM));
  EXPECT_EQ(outcome.exitCode, 1) << outcome.output;
}

TEST_F(Git, ComparesWithARevision) {
  folder.write("pages/a.wiki",
               "One</br>two.\n\nSome more words</br>, so that it is known again.\n");
  Outcome outcome = wikivet("diff --since HEAD --output-format concise");
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_TRUE(outcome.output.starts_with("pages/a.wiki:3:16:")) << outcome.output;
  EXPECT_NE(outcome.output.find("1 introduced, 0 fixed, 1 persisting"), std::string::npos);
  EXPECT_EQ(wikivet("diff --staged").exitCode, 0) << "it is not staged";
  EXPECT_EQ(wikivet("diff HEAD:pages/a.wiki pages/a.wiki").exitCode, 1);
  EXPECT_EQ(wikivet("diff HEAD:./a.wiki a.wiki", "pages").exitCode, 1);
  EXPECT_EQ(wikivet("diff pages/a.wiki HEAD:pages/a.wiki").exitCode, 0);
  EXPECT_EQ(wikivet("diff nothing:pages/a.wiki pages/a.wiki").exitCode, 2);
  EXPECT_EQ(wikivet("diff --since nothing").exitCode, 2);
  commit();
  EXPECT_EQ(wikivet("diff --since HEAD").exitCode, 0);
  EXPECT_EQ(wikivet("diff --since HEAD~1").exitCode, 1);
  EXPECT_EQ(wikivet("check --since HEAD~1 notes.txt").exitCode, 0);
}

TEST_F(Git, RefusesPathsThatAreNowhere) {
  git("checkout -q -b other");
  git("rm -q pages/b.wiki");
  folder.write("pages/new/c.wiki", "x\n");
  git("add -A");
  std::filesystem::remove_all(folder.path / "pages/new");
  for (const char *path : {"pages/b.wiki", "pages", ".", "pages/new/c.wiki", "pages/new/"})
    for (const char *from : {"--since main", "--staged"})
      EXPECT_EQ(wikivet(fmt::format("diff {} {}", from, path)).exitCode, 0) << from << " " << path;
  for (const char *path : {"pages/typo.wiki", "nope", "nope/"})
    for (const char *command : {"check --since main", "check --staged", "diff --since main"}) {
      Outcome outcome = wikivet(fmt::format("{} {}", command, path));
      EXPECT_EQ(outcome.exitCode, 2) << command << " " << path;
      EXPECT_EQ(
          outcome.output,
          fmt::format("wikivet: {}: no file or folder of this name is here or in git\n", path));
    }
  commit();
  EXPECT_EQ(wikivet("check --since main b.wiki", "pages").exitCode, 0) << "main has it";
}

TEST_F(Git, FollowsRenames) {
  git("mv pages/a.wiki pages/z.wiki");
  EXPECT_NE(wikivet("diff --staged").output.find("0 introduced, 0 fixed, 1 persisting"),
            std::string::npos);
  EXPECT_EQ(wikivet("diff --staged").exitCode, 0);
  EXPECT_EQ(wikivet("check --staged").exitCode, 1) << "the whole page is looked at";
  commit();
  EXPECT_NE(wikivet("diff --since HEAD~1").output.find("0 introduced, 0 fixed, 1 persisting"),
            std::string::npos);
}

TEST_F(Git, LooksAtTheBranchAlone) {
  git("checkout -q -b other");
  git("checkout -q main");
  folder.write("pages/b.wiki", "Changed on the main branch</br>only.\n");
  commit();
  git("checkout -q other");
  EXPECT_EQ(wikivet("check --since main").exitCode, 0);
}

TEST_F(Git, IgnoresSubmodulesAndLinks) {
  Folder other;
  runShell(fmt::format("cd {} && git init -q && echo 'a</br>' > a.wiki && git add -A && git -c "
                       "user.name=t -c user.email=t@example.org commit -q -m x",
                       other.path.string()));
  git(fmt::format("submodule --quiet add {} below.wiki", other.path.string()));
  git("commit -q -m x");
  runShell(fmt::format("cd {} && ln -s pages/a.wiki link.wiki", folder.path.string()));
  git("add -A");
  Outcome outcome = wikivet("check --staged --output-format concise");
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_EQ(wikivet("check --since HEAD~1 --output-format concise").output, "");
}

TEST_F(Git, WorksBeforeTheFirstCommit) {
  Folder fresh;
  fresh.write("a.wiki", "One</br>two.\n");
  EXPECT_EQ(runShell(fmt::format("cd {} && git init -q && git add -A && {} diff --staged 2>&1",
                                 fresh.path.string(), WIKIVET_PROGRAM))
                .exitCode,
            1);
  Folder none;
  EXPECT_EQ(runShell(fmt::format("cd {} && GIT_CEILING_DIRECTORIES=/ {} check --staged 2>&1",
                                 none.path.string(), WIKIVET_PROGRAM))
                .exitCode,
            2)
      << "no repository";
}

} // namespace
} // namespace wikivet::tests
