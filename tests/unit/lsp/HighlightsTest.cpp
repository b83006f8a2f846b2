// SPDX-License-Identifier: MIT
//
// The tables that the language server has of the grammar's queries are what the queries say.
#include "lint/lsp/features/Highlights.h"

#include "lint/support/Text.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace wikivet::lsp {
namespace {

std::string readQuery(const std::string &name) {
  std::ifstream stream(WIKIVET_SOURCE_DIR "/grammar/queries/" + name, std::ios::binary);
  std::string text, line;
  while (std::getline(stream, line))
    text += line.substr(0, line.find(';')) + '\n';
  return text;
}

/// The signs and words of a query; strings, which name punctuation, are left out.
std::vector<std::string> tokensOf(const std::string &query) {
  std::vector<std::string> tokens;
  for (size_t i = 0; i < query.size();) {
    char c = query[i];
    if (c == '"') {
      i = query.find('"', i + 1) + 1;
    } else if (std::string_view("()[]").find(c) != std::string_view::npos) {
      tokens.emplace_back(1, c);
      ++i;
    } else if (isSpace(c)) {
      ++i;
    } else {
      size_t end = query.find_first_of(" \n()[]\"", i);
      tokens.push_back(query.substr(i, end - i));
      i = end;
    }
  }
  return tokens;
}

/// The captures of a query of `(kind) @capture`, `[(kind) (kind)] @capture` and
/// `(parent (kind) @capture)`, each as `kind @capture` or `parent kind @capture`.
std::vector<std::string> patternsOf(const std::vector<std::string> &tokens) {
  std::vector<std::string> patterns, pending;
  std::string outer;
  int depth = 0;
  bool hasChild = false;
  for (const std::string &token : tokens) {
    if (token == "(") {
      ++depth;
    } else if (token == ")") {
      if (--depth == 0 && !hasChild)
        pending.push_back(outer);
      if (depth == 0)
        hasChild = false;
    } else if (token[0] == '@') {
      for (const std::string &kind : pending)
        patterns.push_back(kind + " " + token);
      pending.clear();
    } else if (depth == 1) {
      outer = token;
    } else if (depth == 2) {
      hasChild = true;
      pending = {outer + " " + token};
    }
  }
  return patterns;
}

TEST(LspHighlights, AreThoseOfTheGrammar) {
  std::vector<std::string> expected = patternsOf(tokensOf(readQuery("highlights.scm")));
  std::vector<std::string> actual;
  for (const Highlight &highlight : highlights())
    actual.push_back((highlight.parent ? std::string(nodeKindName(*highlight.parent)) + " " : "") +
                     std::string(nodeKindName(highlight.kind)) + " @" +
                     std::string(highlight.capture));
  EXPECT_EQ(actual, expected);
}

TEST(LspHighlights, FoldsAreThoseOfTheGrammar) {
  std::vector<std::string> expected, actual;
  for (const std::string &token : tokensOf(readQuery("folds.scm")))
    if (isLetter(token[0]))
      expected.push_back(token);
  for (NodeKind kind : foldedKinds())
    actual.emplace_back(nodeKindName(kind));
  EXPECT_EQ(actual, expected);
}

} // namespace
} // namespace wikivet::lsp
