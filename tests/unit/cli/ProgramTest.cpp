// SPDX-License-Identifier: MIT
//
// The program as its users call it.
#include "tests/harness/Program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace wikivet::tests {
namespace {

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
  EXPECT_EQ(run("check - --fail-on never", "<ref>x").exitCode, 0);
  EXPECT_EQ(run("check - --fail-on off", "x").exitCode, 2);
  EXPECT_EQ(run("--version").exitCode, 0);
  EXPECT_EQ(run("check --help").exitCode, 0);
}

TEST(Program, WritesSeveralReports) {
  Folder folder;
  std::string sarif = (folder.path / "out.sarif").string(), text = (folder.path / "a.txt").string();
  Outcome outcome = run("check - --output sarif=" + sarif + " --output concise", "a</br>");
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_TRUE(outcome.output.starts_with("<stdin>:1:2: warning:")) << outcome.output;
  EXPECT_EQ(nlohmann::json::parse(folder.read("out.sarif"))["version"], "2.1.0");
  EXPECT_EQ(run("check - -o " + text, "a</br>").output, "");
  EXPECT_NE(folder.read("a.txt").find("br-end-tag"), std::string::npos);
  EXPECT_EQ(folder.read("a.txt").find('\x1b'), std::string::npos);
  EXPECT_EQ(run("check - --output json --output concise", "").exitCode, 2) << "both printed";
  EXPECT_EQ(run("check - --output json=/no/such/folder/a", "").exitCode, 2);
  EXPECT_EQ(run("check - --output json=", "").exitCode, 2);
  Outcome unknown = run("check - --output-format sarf", "");
  EXPECT_EQ(unknown.exitCode, 2);
  EXPECT_NE(unknown.output.find("did you mean 'sarif'?"), std::string::npos) << unknown.output;
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path), {}), 2)
      << "nothing is left over";
}

TEST(Program, OptionsMayStandBeforePaths) {
  EXPECT_EQ(run("check --select markup --ignore facts --set br-end-tag.severity=info -", "a</br>")
                .exitCode,
            0);
}

TEST(Program, FixesFiles) {
  Folder folder;
  std::string page = folder.write("a.wiki", "\uFEFFa</br>\r\nb\r\n");
  std::filesystem::permissions(page, std::filesystem::perms::owner_all);
  EXPECT_EQ(run("fix --diff " + page).exitCode, 1);
  EXPECT_EQ(folder.read("a.wiki"), "\uFEFFa</br>\r\nb\r\n") << "a difference writes nothing";
  EXPECT_EQ(run("fix " + page).exitCode, 0);
  EXPECT_EQ(folder.read("a.wiki"), "\uFEFFa<br>\r\nb\r\n");
  EXPECT_EQ(std::filesystem::status(page).permissions(), std::filesystem::perms::owner_all);
  EXPECT_EQ(run("fix --diff " + page).exitCode, 0);
  EXPECT_EQ(run("fix - 2>/dev/null", "a</br>").output.substr(0, 5), "a<br>");
  EXPECT_EQ(run("fix /no/such/file.wiki").exitCode, 2);
  std::string dump = folder.write("a.xml", "<mediawiki></mediawiki>");
  EXPECT_EQ(run("fix " + dump).exitCode, 2);
}

TEST(Program, KeepsABaseline) {
  Folder folder;
  std::string page = folder.write("a.wiki", "a</br>\n"),
              list = (folder.path / "known.json").string();
  EXPECT_EQ(run("baseline create --baseline " + list + " " + page).exitCode, 0);
  EXPECT_EQ(run("baseline create --baseline " + list + " " + page).exitCode, 2) << "it is there";
  EXPECT_EQ(run("check --baseline " + list + " " + page).exitCode, 0);
  folder.write("a.wiki", "\n\na</br>\nother words</br>\n");
  Outcome outcome = run("check --output-format concise --baseline " + list + " " + page);
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_NE(outcome.output.find(":4:"), std::string::npos)
      << "only the new one: " << outcome.output;
  EXPECT_EQ(outcome.output.find(":3:"), std::string::npos) << outcome.output;
  EXPECT_EQ(run("baseline update --baseline " + list + " " + page).exitCode, 0);
  EXPECT_EQ(run("check --baseline " + list + " " + page).exitCode, 0);
  folder.write("a.wiki", "other words</br>\n");
  EXPECT_NE(run("baseline prune --baseline " + list + " " + page)
                .output.find("1 finding left, 1 removed"),
            std::string::npos);
  std::string before = folder.read("known.json");
  EXPECT_EQ(run("baseline prune --baseline " + list + " /no/such/file.wiki").exitCode, 2);
  EXPECT_EQ(folder.read("known.json"), before) << "nothing is lost when a page can't be read";
}

TEST(Program, TestsRulePacks) {
  Folder folder;
  std::string rule = "name: demo\nsummary: S.\ncheck: match\ndocs: D.\nmatch: {link: a}\n"
                     "messages: {found: found}\n";
  std::string pack = folder.write("pack/demo.yaml", rule + "examples:\n  - bad: '[[b]]'\n"
                                                           "  - good: '[[a]]'\n  - bad: '[[a]]'\n");
  Outcome outcome = run("test " + (folder.path / "pack").string());
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_NE(outcome.output.find("1 rule: 1 bad and 0 good examples hold, 1 missing, 1 noisy\n"),
            std::string::npos)
      << outcome.output;
  folder.write("pack/demo.yaml",
               rule + "fix: safe\nedit: {title: t, delete: true}\nexamples: [{bad: '[[a]]'}]\n");
  outcome = run("test " + (folder.path / "pack").string());
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_NE(outcome.output.find("incomplete: demo: no example says with 'fixed'"),
            std::string::npos);
  folder.write("pack/demo.yaml",
               "name: demo\nsummary: S.\ncheck: match\ndocs: D.\nmatch: {link: a}\n"
               "messages: {found: found, other: other}\nexamples: [{good: a}]\n");
  EXPECT_NE(run("test " + (folder.path / "pack").string())
                .output.find("incomplete: demo: 'check: match' has no message 'other', only found"),
            std::string::npos);
  folder.write("pack/demo.yaml", rule + "wikis: [foo]\n");
  outcome = run("test " + (folder.path / "pack").string());
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_NE(outcome.output.find("incomplete: demo: it has no examples"), std::string::npos);
  EXPECT_NE(outcome.output.find("'foo', a wiki of which there is no data"), std::string::npos);
  folder.write("pack/demo.yaml", rule);
  outcome = run("test --coverage " + (folder.path / "pack").string());
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_NE(outcome.output.find("uncovered: demo has no bad example"), std::string::npos);
  EXPECT_EQ(run("test").exitCode, 0) << "the built-in rules";
}

TEST(Program, TracesRules) {
  Folder folder;
  std::string pack = folder.write(
      "pack/demo.yaml",
      "name: demo\nsummary: S.\ncheck: occurrences\nstatus: preview\ndocs: D.\npattern: b+\n"
      "match: {template: {has: [x], with: {y: a}}, any: [{follows: {link: a}}, {inside: {ref: "
      "{}}}]}\n"
      "messages: {found: found}\nexamples: [{good: a}]\n");
  std::string page = folder.write(
      "a.wiki", "{{t|y=a}} {{t|x=1|y=c}}\n{{t|x=1|y=a}} [[a]]{{t|x=1|y=a}} [[a]]{{t|x=b|y=a}}\n");
  std::string output =
      run("trace --isolated --rule-path " + (folder.path / "pack").string() + " demo " + page)
          .output;
  for (std::string line :
       {"the rule is off here: nothing selects it for this page",
        "(status preview, confidence high)", "    no  template has x (here '')\n",
        "    no  template with y (here 'c')\n", "    no  any: [",
        "        no  1: follows: {link}\n", "        no  2: inside: {ref}\n",
        "    no  pattern: b+\n", "    yes pattern: b+\n", "match: 1 of 5 candidates fit\n"})
    EXPECT_NE(output.find(line), std::string::npos) << line << output;
}

TEST(Program, ImportsWikis) {
  Folder folder;
  std::string info =
      folder.write("siteinfo.json",
                   R"({"query": {"general": {"wikiid": "mywiki", "lang": "de", "sitename": "W", )"
                   R"("servername": "w.org"}, "namespaces": {"0": {"id": 0, "*": ""}, "14": )"
                   R"({"id": 14, "*": "Ordner", "canonical": "Category"}}, "namespacealiases": )"
                   R"([{"id": 14, "alias": "Or"}]}})");
  std::string data = (folder.path / "my.yaml").string();
  EXPECT_EQ(run("wiki import " + info + " -o " + data).exitCode, 0);
  std::string page = "[[Ordner:A]] [[Or:B]] [[Ordner:A]]";
  EXPECT_EQ(run("check --select duplicate-category --wiki " + data + " -", page).exitCode, 1);
  EXPECT_EQ(run("check --select duplicate-category --wiki de -", page).exitCode, 0);
  for (const char *bad : {"", "[]", "{}", R"({"query": {}})", R"({"query": 3})"})
    EXPECT_EQ(run("wiki import " + folder.write("bad.json", bad)).exitCode, 2) << bad;
}

TEST(Program, MeasuresAgesFromTheConfiguredDay) {
  Folder folder;
  std::string page = folder.write("a.wiki", "A bridge.{{citation needed|date=May 2008}}");
  std::string check = "check --fail-on info --select old-maintenance-template " + page;
  EXPECT_EQ(run(check).exitCode, 1);
  folder.write(".wikivet.yaml", "today: 2012-01-31\n");
  EXPECT_EQ(run(check).exitCode, 0);
  folder.write(".wikivet.yaml", "today: 2013-06-30\n");
  EXPECT_EQ(run(check).exitCode, 1);
}

TEST(Program, ReadsTheNearestConfiguration) {
  Folder folder;
  folder.write(".wikivet.yaml", "ignore: [markup]\n");
  std::string page = folder.write("deep/below/a.wiki", "a</br>");
  EXPECT_EQ(run("check " + page).exitCode, 0);
  EXPECT_EQ(run("check --isolated " + page).exitCode, 1);
  EXPECT_EQ(run("check --select br-end-tag " + page).exitCode, 1) << "the command line counts more";
  folder.write("deep/.wikivet.yaml", "fail-on: error\n");
  EXPECT_EQ(run("check " + page).exitCode, 0);
  EXPECT_EQ(run("check --fail-on warning " + page).exitCode, 1);
  folder.write("deep/.wikivet.yaml", "fail: error\n");
  EXPECT_EQ(run("check " + page).exitCode, 2);
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
} // namespace wikivet::tests
