// SPDX-License-Identifier: MIT
#include "lint/lsp/Preview.h"

#include "lint/engine/Linter.h"

#include <gtest/gtest.h>

namespace wikivet::lsp {
namespace {

const Registry &registry() {
  static const Registry builtin = Registry::builtin();
  return builtin;
}

/// Whether the preview is what a look at the whole page finds.
bool isRight(const std::string &before, const std::string &after) {
  Ruleset ruleset = Ruleset::of(registry(), {"recommended"});
  Source old("page", before), now("page", after);
  auto preview = previewFindings(old, lint(old, ruleset), now, ruleset);
  std::vector<Diagnostic> found = lint(now, ruleset);
  auto same = [](const Diagnostic &left, const Diagnostic &right) {
    return left.rule == right.rule && left.span == right.span && left.message == right.message &&
           left.related == right.related && left.fixes == right.fixes;
  };
  return preview && std::ranges::equal(*preview, found, same);
}

const std::string page = "Lead</br><ref name=\"a\">One</ref>\n== A ==\nx</br> <ref name=\"a\"/>\n"
                         "== B ==\n<ref name=\"none\"/> y\n== C ==\nz</br>\n";

std::string with(const std::string &old, const std::string &now) {
  std::string text = page;
  return text.replace(text.find(old), old.size(), now);
}

TEST(LspPreview, FindsWhatTheEditMadeAndMended) {
  EXPECT_TRUE(isRight(page, with("x</br>", "x<br>")));
  EXPECT_TRUE(isRight(page, with("y", "y</br>")));
  EXPECT_TRUE(isRight(page, with("y", "some more text")));
  EXPECT_TRUE(isRight(page, with("Lead", "A longer lead")));
  EXPECT_TRUE(isRight(page, with("z</br>\n", "z")));
  EXPECT_TRUE(isRight(page, with("== B ==\n", "")));
  EXPECT_TRUE(isRight(page, page));
  EXPECT_TRUE(isRight("", "a</br>"));
  EXPECT_TRUE(isRight("a</br>", ""));
}

TEST(LspPreview, NothingForChangesOfTheWholePage) {
  Ruleset ruleset = Ruleset::of(registry(), {"br-end-tag"});
  Source old("page", std::string(300'000, 'a')), now("page", std::string(300'000, 'b'));
  EXPECT_FALSE(previewFindings(old, {}, now, ruleset));
}

} // namespace
} // namespace wikivet::lsp
