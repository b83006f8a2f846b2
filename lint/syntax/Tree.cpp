// SPDX-License-Identifier: MIT
#include "lint/syntax/Tree.h"

#include "lint/support/Source.h"

#include <tree_sitter/api.h>

#include <cassert>
#include <memory>
#include <vector>

extern "C" const TSLanguage *tree_sitter_wikitext();

namespace wikivet {

namespace {

struct ParserDeleter {
  void operator()(TSParser *parser) const { ts_parser_delete(parser); }
};
struct TreeDeleter {
  void operator()(TSTree *tree) const { ts_tree_delete(tree); }
};
using ParserHandle = std::unique_ptr<TSParser, ParserDeleter>;
using TreeHandle = std::unique_ptr<TSTree, TreeDeleter>;

/// NodeKind of each grammar symbol.
class SymbolTable {
public:
  explicit SymbolTable(const TSLanguage *language)
      : kinds(ts_language_symbol_count(language), NodeKind::Document) {
    for (TSSymbol symbol = 0; symbol < kinds.size(); ++symbol)
      if (ts_language_symbol_type(language, symbol) == TSSymbolTypeRegular)
        if (auto kind = nodeKindFromName(ts_language_symbol_name(language, symbol)))
          kinds[symbol] = *kind;
  }

  NodeKind operator[](TSSymbol symbol) const { return kinds[symbol]; }

private:
  std::vector<NodeKind> kinds;
};

constexpr TSSymbol errorSymbol = 0xFFFF;

} // namespace

Tree Tree::parse(const Source &source) {
  const TSLanguage *language = tree_sitter_wikitext();
  static const SymbolTable symbols(language);

  Tree result;
  result.text = source.text();
  ParserHandle parser(ts_parser_new());
  [[maybe_unused]] bool accepted = ts_parser_set_language(parser.get(), language);
  assert(accepted && "the runtime is too old for the generated parser");
  TreeHandle tree(ts_parser_parse_string(parser.get(), nullptr, result.text.data(),
                                         static_cast<uint32_t>(result.text.size())));

  // Preorder walk; `open` are the records on the path to the current node.
  std::vector<uint32_t> open;
  result.records.reserve(result.text.size() / 16 + 16);
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree.get()));
  bool descending = true;
  while (true) {
    if (descending) {
      TSNode node = ts_tree_cursor_current_node(&cursor);
      TSSymbol symbol = ts_node_symbol(node);
      result.errors += symbol == errorSymbol;
      result.missing += ts_node_is_missing(node);
      if (ts_node_is_named(node) && symbol != errorSymbol) {
        auto index = static_cast<uint32_t>(result.records.size());
        result.records.push_back({.begin = ts_node_start_byte(node),
                                  .end = ts_node_end_byte(node),
                                  .parent = open.empty() ? 0 : open.back(),
                                  .subtreeEnd = index + 1,
                                  .kind = symbols[symbol]});
        if (ts_tree_cursor_goto_first_child(&cursor)) {
          open.push_back(index);
          continue;
        }
      }
    }
    if (ts_tree_cursor_goto_next_sibling(&cursor)) {
      descending = true;
      continue;
    }
    if (!ts_tree_cursor_goto_parent(&cursor))
      break;
    result.records[open.back()].subtreeEnd = static_cast<uint32_t>(result.records.size());
    open.pop_back();
    descending = false;
  }
  ts_tree_cursor_delete(&cursor);
  // A byte order mark before the first token is the document's all the same.
  result.records.front().begin = 0;
  return result;
}

} // namespace wikivet
