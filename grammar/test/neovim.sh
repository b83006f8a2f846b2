#!/usr/bin/env bash
# Neovim loads the parser and highlights a page. Prints what it sees; fails if a capture is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/parser" "$home/queries/wikitext"
${CC:-cc} -O1 -shared -fPIC -Isrc src/parser.c src/scanner.c -o "$home/parser/wikitext.so"
cp queries/*.scm "$home/queries/wikitext/"
printf '%s\n' '== History ==' '* item [[Target|label]] {{Cite web|url=http://a.org/}}' '<b class="x">&nbsp;</b>' > "$home/page.wiki"
cat > "$home/check.lua" <<'LUA'
-- Any error in here ends this file, and the "cquit" of the command line then ends nvim.
local expected = {
  {0, 0, 'punctuation.special'}, {0, 4, 'markup.heading'}, {1, 0, 'markup.list'},
  {1, 9, 'markup.link'}, {1, 16, 'markup.link.label'}, {1, 26, 'function'},
  {1, 35, 'variable.parameter'}, {2, 1, 'tag'}, {2, 3, 'attribute'}, {2, 14, 'string.escape'},
}
local parser = vim.treesitter.get_parser(0, 'wikitext')
vim.treesitter.highlighter.new(parser)
local root = parser:parse()[1]:root()
local read = vim.treesitter.query and vim.treesitter.query.get or vim.treesitter.get_query
local query = read('wikitext', 'highlights')
local seen, missing = {}, 0
for id, node in query:iter_captures(root, 0, 0, -1) do
  local row, column = node:range()
  seen[row .. ':' .. column .. ':' .. query.captures[id]] = true
end
for _, place in ipairs(expected) do
  local found = seen[place[1] .. ':' .. place[2] .. ':' .. place[3]]
  -- A column inside a node is looked up by the node that holds it.
  local node = root:descendant_for_range(place[1], place[2], place[1], place[2] + 1)
  local row, column = node:range()
  found = found or seen[row .. ':' .. column .. ':' .. place[3]]
  print(string.format('%d:%d %s %s\n', place[1], place[2], place[3], found and 'found' or 'MISSING'))
  if not found then missing = missing + 1 end
end
if missing == 0 then vim.cmd('qall!') end
LUA
nvim --headless -u NONE --cmd "set runtimepath^=$home" "$home/page.wiki" -S "$home/check.lua" -c 'cquit 1' 2>&1
