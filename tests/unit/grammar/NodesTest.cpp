// SPDX-License-Identifier: MIT
#include "lint/support/Source.h"
#include "lint/syntax/Tree.h"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace wikivet {
namespace {

nlohmann::json readJson(const std::string &name) {
  std::ifstream file(std::string(WIKIVET_SOURCE_DIR) + "/grammar/" + name);
  return nlohmann::json::parse(file);
}

TEST(Nodes, EachKindHasAnExampleThatHoldsIt) {
  nlohmann::json notes = readJson("nodes.json");
  int kinds = 0;
  for (const nlohmann::json &type : readJson("src/node-types.json")) {
    if (!type.at("named").get<bool>())
      continue;
    ++kinds;
    std::string name = type.at("type");
    ASSERT_TRUE(notes.contains(name)) << name;
    Source source("example", notes.at(name).at("example").get<std::string>());
    Tree tree = Tree::parse(source);
    std::set<std::string> found;
    for (uint32_t i = 0; i < tree.size(); ++i)
      found.emplace(nodeKindName(tree.node(i).kind()));
    EXPECT_TRUE(found.contains(name)) << name;
  }
  EXPECT_GT(kinds, 60);
}

} // namespace
} // namespace wikivet
