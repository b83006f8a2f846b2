#!/usr/bin/env bash
# Builds and installs the grammar by itself, and compiles a program against it with pkg-config.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake -S . -B "$work/build" -DCMAKE_INSTALL_PREFIX="$work/prefix" -DCMAKE_INSTALL_LIBDIR=lib >/dev/null
cmake --build "$work/build" >/dev/null
cmake --install "$work/build" >/dev/null
cat > "$work/use.c" <<'C'
#include <stdio.h>
#include <tree_sitter/api.h>
#include <tree_sitter/tree-sitter-wikitext.h>
int main(void) {
  TSParser *parser = ts_parser_new();
  if (!ts_parser_set_language(parser, tree_sitter_wikitext()))
    return 1;
  TSTree *tree = ts_parser_parse_string(parser, NULL, "''a''", 5);
  puts(ts_node_string(ts_tree_root_node(tree)));
}
C
export PKG_CONFIG_PATH="$work/prefix/lib/pkgconfig"
${CC:-cc} "$work/use.c" $(pkg-config --cflags --libs tree-sitter-wikitext tree-sitter) -o "$work/use"
tree=$("$work/use")
echo "$tree"
[ "$tree" = "(document (italic_mark) (text) (italic_mark))" ]
