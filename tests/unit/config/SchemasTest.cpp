// SPDX-License-Identifier: MIT
#include "lint/config/Schemas.h"
#include "lint/config/Wikis.h"
#include "lint/model/Document.h"
#include "lint/model/SchemaCalls.h"

#include <gtest/gtest.h>

namespace wikivet {
namespace {

std::shared_ptr<const TemplateSchema> load(std::string_view yaml, Problems &problems) {
  return findSchema(*readYaml(yaml, problems), problems);
}

std::string problemOf(std::string_view yaml) {
  Problems problems;
  EXPECT_FALSE(load(yaml, problems)) << yaml;
  return problems.empty() ? "" : problems[0].message;
}

TEST(Schemas, NamesStandForParametersWithAndWithoutNumbers) {
  Problems problems;
  auto schema = load("schema: s\n"
                     "templates: {Town_box: {needs: [name]}}\n"
                     "parameters: {name: {aliases: [title]}, mayor#: {aliases: [mayor#-name]}}\n"
                     "renamed: {chief#: {to: mayor#}}\n",
                     problems);
  ASSERT_TRUE(schema);
  EXPECT_TRUE(schema->templates.contains("town box"));
  EXPECT_EQ(schema->meaning("title").parameter->name, "name");
  EXPECT_EQ(schema->meaning("mayor").number, "");
  EXPECT_EQ(schema->meaning("mayor12-name").parameter->name, "mayor#");
  EXPECT_EQ(schema->meaning("mayor12-name").number, "12");
  EXPECT_EQ(schema->meaning("chief2").renamed->to, "mayor#");
  EXPECT_FALSE(schema->meaning("name2").parameter);
  EXPECT_FALSE(schema->meaning("").parameter);
}

TEST(Schemas, MistakesAreNamed) {
  EXPECT_EQ(problemOf("csl"), "'schema' can't be 'csl', only cs1; did you mean 'cs1'?");
  EXPECT_EQ(problemOf("parameters: {a: {type: dat}}").substr(0, 20), "'type' can't be 'dat");
  EXPECT_EQ(problemOf("parameters: {a: {aliases: [b]}, b: {}}"),
            "two parameters of the schema are called 'b'");
  EXPECT_EQ(problemOf("renamed: {a: {}}"), "'a' needs either 'to' or 'hint'");
  EXPECT_EQ(problemOf("parameters: {a: {}}\nrenamed: {b: {to: c}}"),
            "no parameter of the schema is called 'c'; did you mean 'a'?");
  EXPECT_EQ(problemOf("parameters: {a: {with: [abc]}}"),
            "no parameter of the schema is called 'abc'");
  EXPECT_EQ(problemOf("parameters: [a]"), "'parameters' must be a map");
}

TEST(Schemas, ThoseOfAnotherLanguageDoNotHoldWhereTheWikiIsUnknown) {
  auto count = [](const std::string &text, const Wiki &wiki) {
    Source source("p", text);
    Document document(source, wiki);
    return document.schemaCalls().all().size();
  };
  std::string cite = "{{cite web|title=A}} {{citation|To be}} ";
  std::string german;
  for (int i = 0; i < 20; ++i)
    german += "Die Stadt liegt an einem Fluss und hat viele Einwohner. ";
  EXPECT_EQ(count(cite, *anyWiki()), 1U);
  EXPECT_EQ(count(cite + german, *anyWiki()), 0U);
  EXPECT_EQ(count(cite + german, **findWiki("en")), 1U);
  EXPECT_EQ(count(cite, **findWiki("de")), 0U);
}

} // namespace
} // namespace wikivet
