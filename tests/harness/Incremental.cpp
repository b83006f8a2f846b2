// SPDX-License-Identifier: MIT
#include "tests/harness/Incremental.h"

#include <tree_sitter/api.h>

#include <algorithm>

extern "C" const TSLanguage *tree_sitter_wikitext();

namespace wikivet::tests {

struct IncrementalParser::Trees {
  TSParser *parser = ts_parser_new();
  TSTree *tree = nullptr;
};

static TSPoint pointAt(std::string_view text, uint32_t offset) {
  std::string_view before = text.substr(0, offset);
  auto row = static_cast<uint32_t>(std::ranges::count(before, '\n'));
  size_t line = before.rfind('\n');
  return {row, offset - (line == std::string_view::npos ? 0 : static_cast<uint32_t>(line) + 1)};
}

static TSTree *parse(TSParser *parser, TSTree *old, const std::string &text) {
  return ts_parser_parse_string(parser, old, text.data(), static_cast<uint32_t>(text.size()));
}

IncrementalParser::IncrementalParser(std::string text)
    : content(std::move(text)), trees(new Trees) {
  ts_parser_set_language(trees->parser, tree_sitter_wikitext());
  trees->tree = parse(trees->parser, nullptr, content);
}

IncrementalParser::~IncrementalParser() {
  ts_tree_delete(trees->tree);
  ts_parser_delete(trees->parser);
  delete trees;
}

void IncrementalParser::edit(uint32_t begin, uint32_t length, std::string_view replacement) {
  TSInputEdit change{};
  change.start_byte = begin;
  change.old_end_byte = begin + length;
  change.new_end_byte = begin + static_cast<uint32_t>(replacement.size());
  change.start_point = pointAt(content, begin);
  change.old_end_point = pointAt(content, change.old_end_byte);
  content.replace(begin, length, replacement);
  change.new_end_point = pointAt(content, change.new_end_byte);
  ts_tree_edit(trees->tree, &change);
  TSTree *updated = parse(trees->parser, trees->tree, content);
  ts_tree_delete(trees->tree);
  trees->tree = updated;
}

bool IncrementalParser::equalsFreshParse() const {
  TSParser *parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_wikitext());
  TSTree *fresh = parse(parser, nullptr, content);
  TSTreeCursor left = ts_tree_cursor_new(ts_tree_root_node(trees->tree));
  TSTreeCursor right = ts_tree_cursor_new(ts_tree_root_node(fresh));
  bool equal = true;
  bool walking = true;
  while (equal && walking) {
    TSNode a = ts_tree_cursor_current_node(&left);
    TSNode b = ts_tree_cursor_current_node(&right);
    equal = ts_node_symbol(a) == ts_node_symbol(b) &&
            ts_node_start_byte(a) == ts_node_start_byte(b) &&
            ts_node_end_byte(a) == ts_node_end_byte(b) &&
            ts_node_child_count(a) == ts_node_child_count(b);
    if (!equal || ts_tree_cursor_goto_first_child(&left)) {
      ts_tree_cursor_goto_first_child(&right);
      continue;
    }
    while (!ts_tree_cursor_goto_next_sibling(&left)) {
      walking = ts_tree_cursor_goto_parent(&left);
      ts_tree_cursor_goto_parent(&right);
      if (!walking)
        break;
    }
    if (walking)
      ts_tree_cursor_goto_next_sibling(&right);
  }
  ts_tree_cursor_delete(&left);
  ts_tree_cursor_delete(&right);
  ts_tree_delete(fresh);
  ts_parser_delete(parser);
  return equal;
}

} // namespace wikivet::tests
