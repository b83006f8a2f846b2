// SPDX-License-Identifier: MIT
#include "lint/engine/Linter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wikivet {
namespace {

std::vector<std::string> rulesThatReport(const std::vector<std::string> &selected,
                                         const std::string &text) {
  Registry registry = Registry::builtin();
  std::vector<std::string> names;
  for (const Diagnostic &diagnostic : lint(Source("page", text), Ruleset::of(registry, selected)))
    names.push_back(diagnostic.rule);
  return names;
}

using Names = std::vector<std::string>;

TEST(Yield, OneReportOfAPlace) {
  EXPECT_EQ(rulesThatReport({"obsolete-tag", "missing-end-tag"}, "{|\n| <center>a\n|}"),
            Names{"missing-end-tag"});
  EXPECT_EQ(rulesThatReport({"obsolete-tag", "missing-end-tag"},
                            "{|\n| <center>a\n| <center>b</center>\n|}"),
            (Names{"missing-end-tag", "obsolete-tag"}));
}

TEST(Yield, NotToARuleThatIsOffOrSilenced) {
  EXPECT_EQ(rulesThatReport({"obsolete-tag"}, "{|\n| <center>a\n|}"), Names{"obsolete-tag"});
  EXPECT_EQ(rulesThatReport({"obsolete-tag", "missing-end-tag"},
                            "{|\n<!-- wikivet-ignore missing-end-tag: old -->\n| <center>a\n|}"),
            Names{"obsolete-tag"});
}

} // namespace
} // namespace wikivet
