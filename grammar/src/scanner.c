// SPDX-License-Identifier: MIT
//
// The external scanner: analyses the whole input on the first token, then replays the tokens.
//
// Everything is one translation unit, since tools that build a parser compile parser.c and
// scanner.c only.
#include "analyse.c"
#include "blocks.c"
#include "content.c"
#include "entities.c"
#include "inline.c"
#include "match.c"
#include "spans.c"
#include "tags.c"
#include "urls.c"
#include "words.c"

#include "memory.h"

#include "tree_sitter/parser.h"

#include <string.h>

typedef struct {
  struct {
    char *entries;
    uint32_t count, capacity;
  } text; ///< the input; one placeholder byte for each invalid one
  WikitextTokenList tokens;
  uint32_t next; ///< the token to replay
  uint32_t hash; ///< of the text: tokens of another text are never taken over
} Scanner;

static void add_byte(Scanner *scanner, uint32_t byte) {
  GROW(&scanner->text);
  scanner->text.entries[scanner->text.count++] = (char)byte;
}

/// Appends a code point in UTF-8. What is no code point was one invalid byte in the input.
static void add_code_point(Scanner *scanner, int32_t lookahead) {
  uint32_t c = (uint32_t)lookahead;
  if (lookahead < 0 || c > 0x10FFFF) {
    add_byte(scanner, 0xFF);
  } else if (c < 0x80) {
    add_byte(scanner, c);
  } else if (c < 0x800) {
    add_byte(scanner, 0xC0 | (c >> 6));
    add_byte(scanner, 0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    add_byte(scanner, 0xE0 | (c >> 12));
    add_byte(scanner, 0x80 | ((c >> 6) & 0x3F));
    add_byte(scanner, 0x80 | (c & 0x3F));
  } else {
    add_byte(scanner, 0xF0 | (c >> 18));
    add_byte(scanner, 0x80 | ((c >> 12) & 0x3F));
    add_byte(scanner, 0x80 | ((c >> 6) & 0x3F));
    add_byte(scanner, 0x80 | (c & 0x3F));
  }
}

/// Reads from here to the end of the input and analyses it.
static bool begin(Scanner *scanner, TSLexer *lexer) {
  lexer->mark_end(lexer);
  scanner->text.count = 0;
  scanner->tokens.count = 0;
  uint32_t hash = 2166136261U; // FNV-1a
  // Only a zero can be the end, so that is the only one to ask about.
  while (lexer->lookahead != 0 || !lexer->eof(lexer)) {
    int32_t lookahead = lexer->lookahead;
    hash = (hash ^ (uint32_t)lookahead) * 16777619U;
    add_code_point(scanner, lookahead);
    lexer->advance(lexer, false);
  }
  // A byte behind the text, which is never empty memory then.
  add_byte(scanner, 0);
  scanner->text.count--;
  scanner->hash = hash;
  scanner->next = 0;
  wikitext_analyse(scanner->text.entries, scanner->text.count, &scanner->tokens);

  uint32_t place = 0, count = 0;
  WikitextTokenEntry *entries = scanner->tokens.entries;
  for (uint32_t i = 0; i < scanner->tokens.count; i++) {
    if (entries[i].kind == TOKEN_NONE)
      continue;
    // From here on `length` counts code points, which is what can be advanced over.
    uint32_t end = place + entries[i].length, code_points = 0;
    for (; place < end; place++)
      code_points += ((unsigned char)scanner->text.entries[place] & 0xC0) != 0x80;
    entries[count++] = (WikitextTokenEntry){.length = code_points, .kind = entries[i].kind};
  }
  scanner->tokens.count = count;
  lexer->result_symbol = TOKEN_BEGIN;
  return true;
}

void *tree_sitter_wikitext_external_scanner_create(void) { return ts_calloc(1, sizeof(Scanner)); }

void tree_sitter_wikitext_external_scanner_destroy(void *payload) {
  Scanner *scanner = payload;
  ts_free(scanner->text.entries);
  ts_free(scanner->tokens.entries);
  ts_free(scanner);
}

/// The state is the next token and the text's hash: 8 bytes, which tree-sitter keeps in line.
unsigned tree_sitter_wikitext_external_scanner_serialize(void *payload, char *buffer) {
  const Scanner *scanner = payload;
  memcpy(buffer, &scanner->next, sizeof(scanner->next));
  memcpy(buffer + sizeof(scanner->next), &scanner->hash, sizeof(scanner->hash));
  return sizeof(scanner->next) + sizeof(scanner->hash);
}

void tree_sitter_wikitext_external_scanner_deserialize(void *payload, const char *buffer,
                                                       unsigned length) {
  Scanner *scanner = payload;
  scanner->next = 0;
  if (length == sizeof(scanner->next) + sizeof(scanner->hash))
    memcpy(&scanner->next, buffer, sizeof(scanner->next));
}

bool tree_sitter_wikitext_external_scanner_scan(void *payload, TSLexer *lexer,
                                                const bool *valid_symbols) {
  Scanner *scanner = payload;
  if (valid_symbols[TOKEN_BEGIN])
    return begin(scanner, lexer);
  if (scanner->next >= scanner->tokens.count)
    return false;
  WikitextTokenEntry token = scanner->tokens.entries[scanner->next];
  if (!valid_symbols[token.kind])
    return false;
  for (uint32_t i = 0; i < token.length; i++)
    lexer->advance(lexer, false);
  lexer->result_symbol = token.kind;
  scanner->next++;
  return true;
}
