// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/input/PageStream.h"
#include "lint/syntax/Tree.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

#include <chrono>

namespace wikivet {

namespace {

struct ParseOptions {
  std::vector<std::string> paths;
  bool statistics = false;
};

/// Text on one line, at most so many bytes of it; no character is cut.
std::string preview(std::string_view text) {
  size_t limit = std::min<size_t>(text.size(), 60);
  while (limit > 0 && limit < text.size() && (text[limit] & 0xC0) == 0x80)
    limit--;
  std::string result;
  for (char c : text.substr(0, limit))
    result += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '"' ? "\\\"" : std::string(1, c);
  return limit < text.size() ? result + "…" : result;
}

/// One node a line: kind, byte range, and the text of leaves.
void printTree(const Tree &tree) {
  std::vector<uint32_t> open; // ends of the subtrees that we are in
  for (uint32_t i = 0; i < tree.size(); ++i) {
    while (!open.empty() && open.back() <= i)
      open.pop_back();
    Node node = tree.node(i);
    std::string text = node.firstChild() ? "" : fmt::format(" \"{}\"", preview(node.text()));
    fmt::print("{:{}}{} [{}, {}){}\n", "", 2 * open.size(), nodeKindName(node.kind()), node.begin(),
               node.end(), text);
    open.push_back(node.subtreeEnd());
  }
}

void printStatistics(const Source &source) {
  auto start = std::chrono::steady_clock::now();
  Tree tree = Tree::parse(source);
  auto time = std::chrono::steady_clock::now() - start;
  fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", source.path(), source.text().size(), tree.size(),
             tree.errorCount(), tree.missingCount(),
             std::chrono::duration_cast<std::chrono::microseconds>(time).count());
}

int parse(const ParseOptions &options) {
  std::vector<Error> errors;
  for (const std::string &path : expandPaths(options.paths, errors)) {
    auto stream = PageStream::open(path);
    if (!stream) {
      errors.push_back(stream.error());
      continue;
    }
    while (std::unique_ptr<Source> page = (*stream)->next()) {
      if (options.statistics)
        printStatistics(*page);
      else
        printTree(Tree::parse(*page));
    }
    if (const std::optional<Error> &error = (*stream)->error())
      errors.push_back(*error);
  }
  for (const Error &error : errors)
    reportFailure(error);
  return errors.empty() ? exitClean : exitFailed;
}

} // namespace

void addParseCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("parse", "Print the syntax tree of pages");
  auto options = std::make_shared<ParseOptions>();
  command->add_option("paths", options->paths, "Files, folders, or - for standard input")
      ->required();
  command->add_flag("--stats", options->statistics,
                    "Print instead, for each page and separated by tabs: path, bytes, nodes, ERROR "
                    "nodes, MISSING nodes, microseconds");
  command->callback([&chosen, options] { chosen = [options] { return parse(*options); }; });
}

} // namespace wikivet
