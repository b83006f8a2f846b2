#!/usr/bin/env bash
# Builds and installs the grammar by itself, static and shared, and compiles a program against it with pkg-config.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
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
# The prefix is given only at the installation: the .pc file must not depend on an earlier one.
for shared in OFF ON; do
  prefix=$work/prefix-$shared
  cmake -S . -B "$work/build-$shared" -DBUILD_SHARED_LIBS=$shared -DCMAKE_INSTALL_LIBDIR=lib >/dev/null
  cmake --build "$work/build-$shared" >/dev/null
  cmake --install "$work/build-$shared" --prefix "$prefix" >/dev/null
  flags=$(PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config --cflags --libs tree-sitter-wikitext tree-sitter)
  # shellcheck disable=SC2086 # several words
  ${CC:-cc} "$work/use.c" $flags -o "$work/use"
  tree=$(LD_LIBRARY_PATH=$prefix/lib "$work/use")
  echo "shared $shared: $tree"
  [ "$tree" = "(document (italic_mark) (text) (italic_mark))" ]
  [ -f "$prefix/share/tree-sitter/queries/wikitext/highlights.scm" ]
done
