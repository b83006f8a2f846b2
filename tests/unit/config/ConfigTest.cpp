// SPDX-License-Identifier: MIT
#include "lint/config/PageRules.h"
#include "lint/config/Wikis.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace wikivet {
namespace {

using Lines = std::vector<std::string>;

const Registry &registry() {
  static const Registry instance = Registry::builtin();
  return instance;
}

struct Read {
  std::unique_ptr<PageRules> rules;
  Lines errors;
};

Read read(const std::string &text, const std::filesystem::path &folder = {}) {
  ConfigFile file{.source = std::make_shared<const Source>(".wikivet.yaml", text),
                  .folder = folder};
  Config config;
  std::vector<LocatedError> errors;
  Read result;
  bool good = addConfig(file, registry(), config, errors);
  EXPECT_EQ(good, errors.empty());
  for (const LocatedError &error : errors) {
    Position place = error.source->lines().position(error.problem.span.begin);
    result.errors.push_back(
        fmt::format("{}:{}: {}", place.line, place.column, error.problem.message));
  }
  config.layers.push_back({}); // of the command line
  auto made = PageRules::make(registry(), std::move(config));
  if (made)
    result.rules = std::move(*made);
  else
    result.errors.push_back(made.error().message);
  return result;
}

/// Severity of a rule on a page; `off` if it does not run.
Severity severityOf(Read &config, std::string_view rule, const std::string &path = "a.wiki",
                    const std::string &title = "", const std::string &wiki = "") {
  for (const EnabledRule &entry : config.rules->of(Source(path, "", title, wiki)).rules())
    if (entry.spec->name == rule)
      return entry.severity;
  return Severity::Off;
}

TEST(Config, NothingMeansRecommended) {
  for (const char *text : {"", "# nothing\n", "ignore: []\n"}) {
    Read config = read(text);
    EXPECT_EQ(config.errors, Lines{}) << text;
    EXPECT_EQ(severityOf(config, "empty-ref"), Severity::Error);
    EXPECT_EQ(severityOf(config, "link-in-heading"), Severity::Off);
  }
}

TEST(Config, SelectsAndIgnores) {
  Read config = read("extends: recommended\nselect: [link-in-heading, missing-alt]\n"
                     "ignore: [facts, 'empty-*', checkwiki-2]\n");
  EXPECT_EQ(severityOf(config, "link-in-heading"), Severity::Info);
  EXPECT_EQ(severityOf(config, "missing-alt"), Severity::Info) << "off by default, but asked for";
  EXPECT_EQ(severityOf(config, "contradictory-count"), Severity::Off);
  EXPECT_EQ(severityOf(config, "empty-ref"), Severity::Off);
  EXPECT_EQ(severityOf(config, "br-end-tag"), Severity::Off);
  EXPECT_EQ(severityOf(config, "nested-ref"), Severity::Error);
  Read only = read("select: [empty-ref]\n");
  EXPECT_EQ(only.rules->of(Source("a", "")).rules().size(), 1U);
  Read byTag = read("select: [accessibility]\n");
  EXPECT_EQ(severityOf(byTag, "missing-caption"), Severity::Info);
}

TEST(Config, RulesHaveSeverityAndOptions) {
  Read config = read("rules:\n  empty-ref: info\n  dead-link-tag: off\n  link-in-heading: error\n"
                     "  empty-date-cell: {severity: error, options: {date-columns: [Seen]}}\n");
  EXPECT_EQ(config.errors, Lines{});
  EXPECT_EQ(severityOf(config, "empty-ref"), Severity::Info);
  EXPECT_EQ(severityOf(config, "dead-link-tag"), Severity::Off);
  EXPECT_EQ(severityOf(config, "link-in-heading"), Severity::Error);
  for (const EnabledRule &rule : config.rules->of(Source("a", "")).rules()) {
    if (rule.spec->name == "empty-date-cell") {
      EXPECT_EQ(rule.options.stringList("date-columns").items, Lines{"Seen"});
      EXPECT_EQ(rule.optionOrigins.at("date-columns"), ".wikivet.yaml:5");
      EXPECT_EQ(rule.severityOrigin, ".wikivet.yaml:5");
    }
  }
}

TEST(Config, OverridesByPathTitleNamespaceAndWiki) {
  Read config = read("overrides:\n"
                     "  - {paths: ['drafts/*'], ignore: [empty-ref]}\n"
                     "  - {titles: ['List of *'], rules: {empty-ref: info}}\n"
                     "  - {namespaces: [2], ignore: [all]}\n"
                     "  - {wikis: [de], rules: {empty-ref: warning}}\n");
  EXPECT_EQ(config.errors, Lines{});
  EXPECT_EQ(severityOf(config, "empty-ref"), Severity::Error);
  EXPECT_EQ(severityOf(config, "empty-ref", "drafts/x.wiki"), Severity::Off);
  EXPECT_EQ(severityOf(config, "empty-ref", "/home/drafts/x.wiki"), Severity::Off);
  EXPECT_EQ(severityOf(config, "empty-ref", "x", "List of towns"), Severity::Info);
  EXPECT_EQ(severityOf(config, "empty-ref", "x", "User:Me"), Severity::Off);
  EXPECT_EQ(severityOf(config, "nested-ref", "x", "Benutzer:Me", "dewiki"), Severity::Off);
  EXPECT_EQ(severityOf(config, "empty-ref", "x", "Berlin", "dewiki"), Severity::Warning);
}

TEST(Config, FilesExtendFiles) {
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / fmt::format("wikivet-config-test-{}", getpid());
  std::filesystem::create_directories(folder / "base");
  std::ofstream(folder / "base/rules.yaml") << "rules: {empty-ref: info}\n";
  std::ofstream(folder / "loop.yaml") << "extends: loop.yaml\n";
  Read config = read("extends: [strict, base/rules.yaml]\n", folder);
  EXPECT_EQ(config.errors, Lines{});
  EXPECT_EQ(severityOf(config, "empty-ref"), Severity::Info);
  Read loop = read("extends: loop.yaml\n", folder);
  ASSERT_FALSE(loop.errors.empty());
  EXPECT_EQ(loop.errors.back(), "1:10: files extend each other in a circle");
  std::filesystem::remove_all(folder);
}

TEST(Config, MistakesAreLocated) {
  auto errors = [](const std::string &text) { return read(text).errors; };
  EXPECT_EQ(errors("selct: [empty-ref]\n"),
            Lines{"1:1: unknown key 'selct'; did you mean 'select'?"});
  EXPECT_EQ(errors("select: [empty-ref]\nselect: []\n"), Lines{"2:1: key 'select' is given twice"});
  EXPECT_EQ(errors("select: {a: b}\n").size(), 1U);
  EXPECT_EQ(
      errors("ignore: [nested-ref, emty-ref]\n"),
      Lines{"1:22: no rule, group, tag or alias is called 'emty-ref'; did you mean 'empty-ref'?"});
  EXPECT_EQ(errors("rules: {emty-ref: info}\n"),
            Lines{"1:9: no rule is called 'emty-ref'; did you mean 'empty-ref'?"});
  EXPECT_EQ(errors("rules: {empty-ref: eror}\n"),
            Lines{"1:20: a severity is one of off, info, warning, error; did you mean 'error'?"});
  EXPECT_EQ(errors("rules: {empty-date-cell: {option: {}}}\n"),
            Lines{"1:27: unknown key 'option'; did you mean 'options'?"});
  EXPECT_EQ(errors("rules: {empty-date-cell: {options: {date-colums: []}}}\n"),
            Lines{"1:37: unknown key 'date-colums'; did you mean 'date-columns'?"});
  EXPECT_EQ(errors("rules: {enumeration-count: {options: {minimum-difference: two}}}\n").size(),
            1U);
  EXPECT_EQ(
      errors("extends: recomended\n"),
      Lines{"1:10: 'recomended' is neither a preset (all, recommended, strict, wikipedia-en) nor "
            "a file that can be read; did you mean 'recommended'?"});
  EXPECT_EQ(
      errors("wiki: enwki\n"),
      Lines{".wikivet.yaml:1: there is no data for the wiki 'enwki' (built in: dewiki, enwiki, "
            "eswiki, "
            "frwiki, itwiki, jawiki, plwiki, ptwiki, ruwiki, zhwiki); did you mean 'enwiki'?"});
  EXPECT_EQ(errors("overrides: [{ignore: [all]}]\n"),
            Lines{"1:13: an override needs 'paths', 'titles', 'namespaces' or 'wikis'"});
  EXPECT_EQ(errors("fail-on: never\n"), Lines{});
  EXPECT_EQ(errors("fail-on: off\n"),
            Lines{"1:10: 'fail-on' is one of info, warning, error, never; did you mean 'never'?"});
  EXPECT_EQ(errors("rule-paths: [nowhere]\n"),
            Lines{"1:13: 'nowhere' is no file or folder that is there"});
  EXPECT_EQ(errors("select: [strict]\n"), Lines{});
  EXPECT_EQ(errors("today: 2026-02-30\n"), Lines{"1:8: 'today' is a day such as 2026-01-31"});
  EXPECT_EQ(errors("today: 2026-01-31\n"), Lines{});
  EXPECT_FALSE(errors("[").empty());
}

TEST(Config, SettingsOfTheCommandLine) {
  Layer layer;
  EXPECT_TRUE(addSetting("empty-date-cell.date-columns=[A, B]", registry(), layer));
  EXPECT_TRUE(addSetting("checkwiki-2.severity=info", registry(), layer));
  EXPECT_EQ(layer.rules.at("br-end-tag").severity, Severity::Info);
  EXPECT_EQ(addSetting("x", registry(), layer).error().message,
            "--set takes rule.option=value, not 'x'");
  EXPECT_EQ(addSetting("emty-ref.severity=info", registry(), layer).error().message,
            "no rule is called 'emty-ref'; did you mean 'empty-ref'?");
  EXPECT_EQ(addSetting("empty-date-cell.date-column=[A]", registry(), layer).error().message,
            "the rule 'empty-date-cell' has no option 'date-column'; did you mean 'date-columns'?");
  EXPECT_FALSE(addSetting("enumeration-count.minimum-difference=two", registry(), layer));
}

TEST(Wikis, AreKnownByIdAndLanguage) {
  EXPECT_EQ((*findWiki("de"))->id, "dewiki");
  EXPECT_EQ((*findWiki("dewiki"))->namespaceOf("Kategorie:A"), 14);
  EXPECT_EQ((*findWiki("dewiki"))->namespaceOf("benutzer_Diskussion:A"), 3);
  EXPECT_EQ((*findWiki("enwiki"))->namespaceOf("Kategorie:A"), 0);
  EXPECT_EQ(anyWiki()->namespaceOf("Kategorie:A"), 14);
  EXPECT_TRUE(anyWiki()->isTemplateIn("dead-link", "toter link"));
  EXPECT_FALSE((*findWiki("en"))->isTemplateIn("dead-link", "toter link"));
  for (const std::string &name : wikiNames()) {
    auto wiki = findWiki(name);
    ASSERT_TRUE(wiki);
    EXPECT_EQ((*wiki)->months.size(), 12U) << name;
    EXPECT_GE((*wiki)->namespaces.size(), 18U) << name;
    for (const char *set : {"cite", "dead-link", "reflist"})
      EXPECT_TRUE((*wiki)->templateSets.contains(set)) << name << " " << set;
  }
}

} // namespace
} // namespace wikivet
