// SPDX-License-Identifier: MIT
//
// What every rule must have: the tests of the catalogue as a whole.
#include "lint/engine/Linter.h"
#include "lint/rule/MessageTemplate.h"
#include "lint/support/Text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace wikivet {
namespace {

const Registry &registry() {
  static const Registry instance = Registry::builtin();
  return instance;
}

std::vector<Diagnostic> lintWith(const RuleSpec &spec, const std::string &text,
                                 const std::string &title) {
  return lint(Source("example", text, title), Ruleset::alone(registry(), spec));
}

/// The text after a finding's first fix.
std::string applyFix(std::string text, const Fix &fix) {
  for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit)
    text.replace(edit->span.begin, edit->span.size(), edit->text);
  return text;
}

class RuleTest : public testing::TestWithParam<std::string> {
protected:
  const RuleSpec &spec() const { return registry().rule(GetParam())->spec; }
};

/// Of what is wrong with the text as such, YAML can hold no example: the fixture has it.
constexpr std::string_view notInYaml = "invalid-utf8";

TEST_P(RuleTest, HasExamplesOfBothKinds) {
  if (spec().name == notInYaml)
    GTEST_SKIP();
  EXPECT_TRUE(std::ranges::any_of(spec().examples, &Example::bad));
  EXPECT_FALSE(std::ranges::all_of(spec().examples, &Example::bad));
}

TEST_P(RuleTest, ExamplesHold) {
  for (const Example &example : spec().examples) {
    std::vector<Diagnostic> found = lintWith(spec(), example.text, example.title);
    EXPECT_EQ(found.size(), example.bad ? 1U : 0U)
        << example.text << (found.empty() ? "" : found[0].message);
  }
}

TEST_P(RuleTest, MessagesAreComplete) {
  for (const Example &example : spec().examples)
    for (const Diagnostic &diagnostic : lintWith(spec(), example.text, example.title)) {
      for (const std::string &name : templateNames(diagnostic.message))
        for (const auto &[id, text] : spec().messages)
          EXPECT_EQ(std::ranges::count(templateNames(text), name), 0)
              << "unfilled {" << name << "}";
      for (const Related &related : diagnostic.related)
        EXPECT_TRUE(templateNames(related.message).empty()) << related.message;
    }
}

TEST_P(RuleTest, MessagesAreInTheStyleOfAll) {
  for (const auto &[id, text] : spec().messages) {
    EXPECT_FALSE(text.ends_with('.')) << text;
    EXPECT_FALSE(text.empty() || isUpper(text.front())) << text;
  }
}

TEST_P(RuleTest, YieldsToRulesThatThereAre) {
  for (const std::string &name : spec().yieldsTo)
    EXPECT_TRUE(registry().rule(name)) << name;
}

/// The words of a message between its placeholders all occur in a text, in order.
bool isMadeFrom(std::string_view message, std::string_view text) {
  size_t at = 0;
  std::string pieces = fillTemplate(message, [](std::string_view) { return std::string("\x1f"); });
  std::string_view rest = pieces;
  while (!rest.empty()) {
    size_t end = std::min(rest.find('\x1f'), rest.size());
    at = text.find(rest.substr(0, end), at);
    if (at == std::string_view::npos)
      return false;
    at += end;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

TEST_P(RuleTest, EveryMessageIsProducedByAnExample) {
  if (spec().name == notInYaml)
    GTEST_SKIP();
  std::vector<std::string> produced;
  for (const Example &example : spec().examples)
    for (const Diagnostic &diagnostic : lintWith(spec(), example.text, example.title)) {
      produced.push_back(diagnostic.message);
      for (const Related &related : diagnostic.related)
        produced.push_back(related.message);
    }
  for (const auto &[id, message] : spec().messages)
    EXPECT_TRUE(std::ranges::any_of(produced, [&](const std::string &text) {
      return isMadeFrom(message, text);
    })) << id;
}

TEST_P(RuleTest, HasAFixture) {
  std::filesystem::path path = std::filesystem::path(WIKIVET_SOURCE_DIR) / "tests/rules" /
                               spec().group / (spec().name + ".wiki");
  EXPECT_TRUE(std::filesystem::exists(path)) << path;
}

TEST_P(RuleTest, FixesMend) {
  bool isMendable = false;
  for (const Example &example : spec().examples)
    for (const Diagnostic &diagnostic : lintWith(spec(), example.text, example.title)) {
      EXPECT_TRUE(diagnostic.fixes.empty() || spec().fix != FixSafety::None) << example.text;
      isMendable |= !diagnostic.fixes.empty();
      for (const Fix &fix : diagnostic.fixes) {
        EXPECT_EQ(fix.safe, spec().fix == FixSafety::Safe);
        std::string fixed = applyFix(example.text, fix);
        EXPECT_NE(fixed, example.text);
        EXPECT_TRUE(lintWith(spec(), fixed, example.title).empty()) << fixed;
        if (example.fixed) {
          EXPECT_EQ(fixed, *example.fixed);
        }
      }
    }
  EXPECT_EQ(isMendable, spec().fix != FixSafety::None);
}

std::vector<std::string> ruleNames() {
  std::vector<std::string> names;
  for (const RegisteredRule &rule : registry().rules())
    names.push_back(rule.spec.name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Catalogue, RuleTest, testing::ValuesIn(ruleNames()), [](const auto &info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(Catalogue, HoldsAllRuleFiles) {
  size_t files = 0;
  for (const auto &entry :
       std::filesystem::recursive_directory_iterator(WIKIVET_SOURCE_DIR "/rules")) {
    std::string folder = entry.path().parent_path().filename();
    files += entry.path().extension() == ".yaml" && folder != "presets" && folder != "wikis" &&
             folder != "schemas" && folder != "languages";
  }
  EXPECT_EQ(registry().rules().size(), files);
}

} // namespace
} // namespace wikivet
