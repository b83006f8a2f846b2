// SPDX-License-Identifier: MIT
#ifndef WIKITEXT_CHARACTERS_H
#define WIKITEXT_CHARACTERS_H

#include <stdbool.h>

// Classes of ASCII characters; other bytes belong to none.

static inline bool is_digit(char ch) { return ch >= '0' && ch <= '9'; }
static inline bool is_letter(char ch) {
  return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
}
static inline bool is_word(char ch) { return is_digit(ch) || is_letter(ch) || ch == '_'; }
static inline bool is_blank(char ch) { return ch == ' ' || ch == '\t' || ch == '\r'; }
static inline bool is_white(char ch) { return ch == ' ' || (ch >= '\t' && ch <= '\r'); }
static inline bool is_name_character(char ch) { return is_letter(ch) || is_digit(ch) || ch == '-'; }

#endif
