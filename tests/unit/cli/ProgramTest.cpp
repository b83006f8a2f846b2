// SPDX-License-Identifier: MIT
//
// The program as its users call it.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <string>
#include <sys/wait.h>

namespace wikivet {
namespace {

struct Outcome {
  std::string output; ///< standard output and error
  int exitCode;
};

/// Runs the program with arguments, as the shell reads them, and with a text on standard input.
Outcome run(const std::string &arguments, const std::string &input = "") {
  std::string command =
      fmt::format("printf '%b' '{}' | {} {} 2>&1", input, WIKIVET_PROGRAM, arguments);
  FILE *pipe = popen(command.c_str(), "r");
  Outcome result{.output = {}, .exitCode = -1};
  std::array<char, 4096> buffer{};
  while (size_t count = fread(buffer.data(), 1, buffer.size(), pipe))
    result.output.append(buffer.data(), count);
  int status = pclose(pipe);
  result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

TEST(Program, ExitCodesTellWhatHappened) {
  EXPECT_EQ(run("check -", "fine").exitCode, 0);
  EXPECT_EQ(run("check -", "<ref>x").exitCode, 1);
  EXPECT_EQ(run("check - --exit-zero", "<ref>x").exitCode, 0);
  EXPECT_EQ(run("check - --fail-on error", "a</br>").exitCode, 0);
  EXPECT_EQ(run("check - --fail-on warning", "a</br>").exitCode, 1);
  EXPECT_EQ(run("check /no/such/file.wiki").exitCode, 2);
  EXPECT_EQ(run("").exitCode, 2);
  EXPECT_EQ(run("check").exitCode, 2);
  EXPECT_EQ(run("frobnicate").exitCode, 2);
  EXPECT_EQ(run("--version").exitCode, 0);
  EXPECT_EQ(run("check --help").exitCode, 0);
}

TEST(Program, OptionsMayStandBeforePaths) {
  EXPECT_EQ(run("check --select markup --ignore facts --set br-end-tag.severity=info -", "a</br>")
                .exitCode,
            0);
}

TEST(Program, OtherFilesAreStillLinted) {
  Outcome result = run("check /no/such/file.wiki - --output-format concise", "<ref>x");
  EXPECT_EQ(result.exitCode, 2);
  EXPECT_NE(result.output.find("/no/such/file.wiki: No such file"), std::string::npos);
  EXPECT_NE(result.output.find("[unclosed-ref]"), std::string::npos);
}

TEST(Program, SelectsByNameGroupAndAlias) {
  std::string page = "<ref>x a</br>";
  EXPECT_EQ(run("check - --output-format concise --select markup", page).output,
            "<stdin>:1:9: warning: '</br>' is an end tag that starts nothing: write '<br>' "
            "[br-end-tag]\n");
  EXPECT_EQ(run("check - --select checkwiki-94", page).exitCode, 1);
  EXPECT_EQ(run("check - --ignore markup,references", page).exitCode, 0);
  Outcome unknown = run("check - --select unclosed-reff", page);
  EXPECT_EQ(unknown.exitCode, 2);
  EXPECT_NE(unknown.output.find("did you mean 'unclosed-ref'?"), std::string::npos)
      << unknown.output;
}

TEST(Program, ListsAndExplainsRules) {
  Outcome list = run("rules --format json");
  EXPECT_EQ(list.exitCode, 0);
  auto rules = nlohmann::json::parse(list.output);
  EXPECT_GE(rules.size(), 10U);
  for (const auto &rule : rules)
    for (const char *key : {"id", "group", "severity", "status", "aliases"})
      EXPECT_TRUE(rule.contains(key)) << key;
  EXPECT_NE(run("rule nested-ref").output.find("References can't hold references"),
            std::string::npos);
  EXPECT_EQ(run("rule no-such-rule").exitCode, 2);
}

TEST(Program, PrintsTrees) {
  EXPECT_EQ(run("parse -", "a[[b]]").output,
            "document [0, 6)\n  text [0, 1) \"a\"\n  wikilink [1, 6)\n"
            "    link_target [3, 4) \"b\"\n");
  std::string line = run("parse --stats -", "a[[b]]").output;
  EXPECT_TRUE(line.starts_with("<stdin>\t6\t4\t0\t0\t")) << line;
}

TEST(Program, BadRuleFilesAreLocated) {
  Outcome result = run("check - --rule-path /dev/null", "x");
  EXPECT_EQ(result.exitCode, 2);
  EXPECT_NE(result.output.find("/dev/null:1:1: error: the file is empty [rule-file]"),
            std::string::npos)
      << result.output;
}

TEST(Program, StopsQuietlyWhenNobodyReads) {
  EXPECT_EQ(run("rules --format json | head -c 1").output, "[");
}

} // namespace
} // namespace wikivet
