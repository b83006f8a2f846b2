// SPDX-License-Identifier: MIT
//
// The grammar's own tests (grammar/test/corpus), run without the tree-sitter CLI.
#include "lint/support/Source.h"
#include "lint/support/Text.h"
#include "lint/syntax/Tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace wikivet {
namespace {

struct Case {
  std::string name; ///< file and title
  std::string input;
  std::string tree; ///< S-expression, white space collapsed
};

/// Reads a file in the format of `tree-sitter test`: a title between two lines of equals signs, the
/// input, a line of three hyphens or more, the tree. A suffix of the first line marks all dividers.
std::vector<Case> readCases(const std::filesystem::path &path) {
  std::ifstream stream(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);)
    lines.push_back(line);
  std::string suffix;
  auto isRun = [&](const std::string &line, char c) {
    std::string_view run = line;
    if (!run.ends_with(suffix))
      return false;
    run.remove_suffix(suffix.size());
    return run.size() >= 3 && run.find_first_not_of(c) == std::string_view::npos;
  };
  suffix = lines.empty()
               ? ""
               : lines[0].substr(std::min(lines[0].find_first_not_of('='), lines[0].size()));
  std::vector<Case> cases;
  for (size_t i = 0; i + 2 < lines.size(); ++i) {
    if (!isRun(lines[i], '=') || !isRun(lines[i + 2], '='))
      continue;
    size_t end = i + 3;
    while (end < lines.size() &&
           !(isRun(lines[end], '=') && end + 2 < lines.size() && isRun(lines[end + 2], '=')))
      ++end;
    size_t divider = end - 1;
    while (!isRun(lines[divider], '-'))
      --divider;
    Case found{.name = path.stem().string() + ": " + lines[i + 1], .input = {}, .tree = {}};
    for (size_t k = i + 3; k < divider; ++k)
      found.input += (k > i + 3 ? "\n" : "") + lines[k];
    for (size_t k = divider + 1; k < end; ++k)
      found.tree += lines[k] + "\n";
    found.tree = collapseSpaces(found.tree);
    cases.push_back(std::move(found));
    i = end - 1;
  }
  return cases;
}

std::string expression(const Tree &tree) {
  std::string result;
  std::vector<uint32_t> open;
  for (uint32_t i = 0; i <= tree.size(); ++i) {
    while (!open.empty() && open.back() <= i) {
      open.pop_back();
      result += ')';
    }
    if (i == tree.size())
      break;
    result += (result.empty() ? "(" : " (") + std::string(nodeKindName(tree.node(i).kind()));
    open.push_back(tree.node(i).subtreeEnd());
  }
  return result;
}

TEST(GrammarCorpus, TreesAreAsRecorded) {
  size_t count = 0;
  for (const auto &entry :
       std::filesystem::directory_iterator(WIKIVET_SOURCE_DIR "/grammar/test/corpus"))
    for (const Case &test : readCases(entry.path())) {
      Source source(test.name, test.input);
      EXPECT_EQ(expression(Tree::parse(source)), test.tree) << test.name << "\n" << test.input;
      ++count;
    }
  EXPECT_GE(count, 190U);
}

} // namespace
} // namespace wikivet
