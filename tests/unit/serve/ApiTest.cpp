// SPDX-License-Identifier: MIT
#include "lint/serve/Api.h"
#include "tests/harness/Program.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>

namespace wikivet::tests {
namespace {

class ApiTest : public testing::Test {
protected:
  static Api makeApi() {
    static const Registry registry = Registry::builtin();
    Config config;
    std::vector<LocatedError> errors;
    addPreset("recommended", registry, config, errors);
    return {registry, PageRules(registry, std::move(config), nullptr), "1.2.3"};
  }

  Json good(const Json &body, PageTask task = PageTask::Lint) {
    Reply reply = api.page(body.dump(), task);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return Json::parse(reply.body);
  }

  /// "400 code: message".
  std::string bad(const std::string &body, PageTask task = PageTask::Lint) {
    Reply reply = api.page(body, task);
    Json error = Json::parse(reply.body).at("error");
    return fmt::format("{} {}: {}", reply.status, error.at("code").get<std::string>(),
                       error.at("message").get<std::string>());
  }

  Api api = makeApi();
};

TEST_F(ApiTest, FindsWhatTheProgramPrints) {
  std::string text = "'''A''' 😀 </br>\n== B ==\nx<ref></ref>\n";
  Folder folder;
  std::string path = folder.write("page.wiki", text);
  Json printed =
      Json::parse(run("check --isolated --output-format json --exit-zero " + path).output);
  ASSERT_GE(printed.size(), 2U);
  Json answer = good({{"text", text}, {"path", path}});
  EXPECT_EQ(answer.at("version"), "1.2.3");
  EXPECT_EQ(answer.at("findings"), printed);
}

TEST_F(ApiTest, RulesAreChosenByRequest) {
  Json body = {{"text", "a</br><center>b</center>"}};
  auto rulesFound = [&] {
    std::string rules;
    Json answer = good(body);
    for (const Json &finding : answer.at("findings"))
      rules += finding.at("rule").get<std::string>() + ' ';
    return rules;
  };
  EXPECT_NE(rulesFound().find("br-end-tag"), std::string::npos);
  body["select"] = {"br-end-tag"};
  EXPECT_EQ(rulesFound(), "br-end-tag ");
  body["set"] = {"br-end-tag.severity=error"};
  EXPECT_EQ(good(body).at("findings").at(0).at("severity"), "error");
  body["ignore"] = {"markup"};
  EXPECT_EQ(rulesFound(), "");
  EXPECT_NE(good({{"text", "a</br>"}, {"preset", "all"}, {"wiki", "enwiki"}, {"title", "A"}})
                .at("findings"),
            Json::array());
}

TEST_F(ApiTest, Fixes) {
  Json answer = good({{"text", "a</br>b</br> [[Category:A]] [[Category:A]]"}}, PageTask::Fix);
  EXPECT_EQ(answer.at("text"), "a<br>b<br> [[Category:A]] [[Category:A]]");
  EXPECT_EQ(answer.at("applied"), Json({{"br-end-tag", 2}}));
  EXPECT_EQ(answer.at("findings").size(), 1U) << "what remains is unsafe";
  answer = good({{"text", "[[Category:A]] [[Category:A]]"}, {"unsafe", true}}, PageTask::Fix);
  EXPECT_EQ(answer.at("text"), "[[Category:A]] ");
}

TEST_F(ApiTest, FixesOneFinding) {
  std::string text = "a</br>\n\nb</br> [[Category:A]] [[Category:A]]";
  Json findings = good({{"text", text}}).at("findings");
  ASSERT_EQ(findings.size(), 3U);
  auto fixed = [&](const Json &finding, size_t fix) {
    return good(
        {{"text", text}, {"finding", finding.at("fingerprint")}, {"fix", fix}, {"unsafe", false}},
        PageTask::Fix);
  };
  EXPECT_EQ(fixed(findings.at(1), 0).at("text"), "a</br>\n\nb<br> [[Category:A]] [[Category:A]]");
  EXPECT_EQ(fixed(findings.at(2), 0).at("text"), "a</br>\n\nb</br> [[Category:A]] ")
      << "who names it has seen it";
  EXPECT_EQ(fixed(findings.at(1), 0).at("findings").size(), 2U);
  EXPECT_EQ(bad(Json({{"text", text}, {"finding", "0"}}).dump(), PageTask::Fix),
            "400 unknown-finding: the text has no finding with a fix 0 and the fingerprint '0'");
}

TEST_F(ApiTest, SaysWhatIsWrongWithARequest) {
  EXPECT_EQ(bad(""),
            "400 malformed-json: the body is not JSON: line 1, column 1: unexpected end of "
            "input; expected '[', '{', or a literal");
  EXPECT_EQ(bad("{\"text\": \"a\",\n  x}").substr(0, 57),
            "400 malformed-json: the body is not JSON: line 2, column ");
  EXPECT_EQ(bad("{\"text\": \"\\ud800\"}").substr(0, 19), "400 malformed-json:");
  EXPECT_EQ(bad("{\"text\": \"\xff\"}").substr(0, 19), "400 malformed-json:");
  EXPECT_EQ(bad("[]"), "400 invalid-request: the body is not an object");
  EXPECT_EQ(bad("{}"), "400 invalid-request: 'text' is missing");
  EXPECT_EQ(bad(R"({"text": 1})"), "400 invalid-request: 'text' is a string");
  EXPECT_EQ(bad(R"({"text": "", "select": "x"})"),
            "400 invalid-request: 'select' is a list of strings");
  EXPECT_EQ(bad(R"({"text": "", "ignroe": []})"),
            "400 invalid-request: there is no 'ignroe' in a request; did you mean 'ignore'?");
  EXPECT_EQ(bad(R"({"text": "", "unsafe": true})").substr(0, 50),
            "400 invalid-request: there is no 'unsafe' in a req");
  EXPECT_EQ(bad(R"({"text": "", "fix": -1})", PageTask::Fix),
            "400 invalid-request: 'fix' is a number from 0 on");
  EXPECT_EQ(
      bad(R"({"text": "", "preset": "recomended"})"),
      "400 invalid-request: 'recomended' is no preset; did you mean 'recommended'?; the presets "
      "are all, recommended, strict, wikipedia-en");
  EXPECT_EQ(bad(R"({"text": "", "select": ["br-end-tga"]})").substr(0, 20), "400 invalid-request:");
  EXPECT_EQ(bad(R"({"text": "", "set": ["x"]})").substr(0, 20), "400 invalid-request:");
}

TEST_F(ApiTest, ReadsNoFile) {
  Folder folder;
  folder.write("a.yaml", "wiki: x\n");
  auto answer = [&](const std::string &name) {
    std::string path = (folder.path / name).string();
    std::string message = bad(Json({{"text", ""}, {"wiki", path}}).dump());
    EXPECT_EQ(message.substr(0, 20), "400 invalid-request:");
    size_t place = message.find(name);
    return place == std::string::npos ? message : message.replace(place, name.size(), "x");
  };
  EXPECT_EQ(answer("a.yaml"), answer("b.yaml")) << "that one is there is not known";
  // Nor again the one that the server was started with.
  const Registry registry = Registry::builtin();
  Config config;
  config.layers.emplace_back();
  std::string wiki = folder.write(
      "wiki.yaml", "wiki: testwiki\nlanguage: en\nname: Test\nserver: https://w.example\n");
  config.wiki = Selector{.text = wiki, .origin = "--wiki"};
  auto server = PageRules::make(registry, std::move(config));
  ASSERT_TRUE(server) << server.error().message;
  std::filesystem::remove(wiki);
  Api other(registry, **server, "1");
  EXPECT_EQ(other.page(R"({"text": "", "preset": "all"})", PageTask::Lint).status, 200);
  // A path only names the page.
  EXPECT_EQ(good({{"text", "a"}, {"path", "/etc/passwd"}}).at("findings"), Json::array());
}

TEST_F(ApiTest, DeepNestingIsRefused) {
  std::string deep(1 << 20, '[');
  EXPECT_EQ(bad(deep), "400 invalid-request: the body is nested too deeply");
  EXPECT_EQ(bad(deep + std::string(deep.size(), ']')),
            "400 invalid-request: the body is nested too deeply");
  EXPECT_EQ(bad(R"({"text": "", "select": [["links"]]})"),
            "400 invalid-request: the body is nested too deeply");
}

TEST_F(ApiTest, ManyMembersAreRefusedAtOnce) {
  std::string body = R"({"text": "a")";
  for (int i = 0; i < 200'000; ++i)
    body += fmt::format(R"(,"{}":0)", i);
  auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(bad(body + "}"), "400 invalid-request: the body has too many members");
  // Comparing each with all takes minutes.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST_F(ApiTest, LongStringsAreRefused) {
  std::string fits(1024, 'a');
  for (const char *name : {"path", "title"}) {
    good({{"text", "a</br>"}, {name, fits}});
    EXPECT_EQ(bad(Json({{"text", "a</br>"}, {name, fits + "a"}}).dump()),
              fmt::format("400 invalid-request: '{}' is longer than 1024 bytes", name));
  }
  EXPECT_EQ(bad(Json({{"text", ""}, {"select", {"markup", fits + "a"}}}).dump()),
            "400 invalid-request: 'select' is longer than 1024 bytes");
}

TEST_F(ApiTest, ListsTheRules) {
  Json rules = Json::parse(api.rules().body);
  EXPECT_EQ(rules.at("version"), "1.2.3");
  EXPECT_EQ(rules.at("presets").at(0), "all");
  bool found = false;
  for (const Json &rule : rules.at("rules"))
    if (rule.at("id") == "br-end-tag") {
      found = true;
      EXPECT_EQ(rule.at("fix"), "safe");
      EXPECT_EQ(rule.at("group"), "markup");
      EXPECT_FALSE(rule.at("docs").get<std::string>().empty());
    }
  EXPECT_TRUE(found);
}

} // namespace
} // namespace wikivet::tests
