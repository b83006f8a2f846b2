// SPDX-License-Identifier: MIT
//
// What stands inside lines: apostrophes, entities, magic words. Links are in urls.c.
#include "content.h"

#include "memory.h"

#include <string.h>

/// Length of the run of one character that begins here.
static uint32_t run_length(const Content *c) {
  uint32_t end = c->place + 1;
  while (end < c->end && c->text[end] == c->text[c->place])
    end++;
  return end - c->place;
}

// Apostrophes

static void scan_apostrophes(Content *c) {
  uint32_t run = run_length(c);
  if (run == 1) {
    c->place++;
    return;
  }
  // Four are an apostrophe and bold; of more than five the first are apostrophes.
  uint32_t surplus = run == 4 ? 1 : run > 5 ? run - 5 : 0;
  c->place += surplus;
  run -= surplus;
  uint32_t start = c->place;
  if (run == 3) {
    flush_text(c);
    put(c, TOKEN_NONE, 0);
  }
  put(c, run == 2 ? TOKEN_ITALIC_MARK : run == 3 ? TOKEN_BOLD_MARK : TOKEN_BOLD_ITALIC_MARK, run);
  GROW(&c->marks);
  c->marks.entries[c->marks.count++] =
      (Mark){.token = c->tokens->count - 1, .start = start, .chunk = c->chunk};
  c->chunk = c->place;
}

/// Balances the marks of a line as MediaWiki's Parser::doQuotes does: where both bold and italic
/// are unbalanced, one bold mark is read as an apostrophe and an italic mark, preferably one after
/// a one-letter word, else after a longer word, else after a blank.
static void end_line_marks(Content *c) {
  uint32_t italics = 0, bolds = 0;
  for (uint32_t i = c->mark_begin; i < c->marks.count; i++) {
    uint8_t kind = c->tokens->entries[c->marks.entries[i].token].kind;
    italics += kind != TOKEN_BOLD_MARK;
    bolds += kind != TOKEN_ITALIC_MARK;
  }
  if (italics % 2 == 1 && bolds % 2 == 1) {
    const Mark *one_letter = NULL, *longer = NULL, *blank = NULL;
    for (uint32_t i = c->mark_begin; i < c->marks.count && !one_letter; i++) {
      const Mark *mark = &c->marks.entries[i];
      if (c->tokens->entries[mark->token].kind != TOKEN_BOLD_MARK)
        continue;
      char last = mark->start > mark->chunk ? c->text[mark->start - 1] : '\0';
      char before = mark->start > mark->chunk + 1 ? c->text[mark->start - 2] : '\0';
      if (last == ' ') {
        if (!blank)
          blank = mark;
      } else if (before == ' ') {
        one_letter = mark;
      } else if (!longer) {
        longer = mark;
      }
    }
    const Mark *chosen = one_letter ? one_letter : longer ? longer : blank;
    if (chosen) {
      WikitextTokenEntry *bold = &c->tokens->entries[chosen->token];
      bold[-1] = (WikitextTokenEntry){.length = 1, .kind = TOKEN_TEXT};
      *bold = (WikitextTokenEntry){.length = 2, .kind = TOKEN_ITALIC_MARK};
    }
  }
  c->marks.count = c->mark_begin;
}

// Words

/// Length of an ISBN's digits, or 0.
static uint32_t isbn_length(const Content *c, uint32_t place, uint32_t digits) {
  uint32_t i = place;
  for (uint32_t n = 1; n <= digits; n++) {
    if (i >= c->end)
      return 0;
    bool is_check_digit = n == digits && (c->text[i] == 'X' || c->text[i] == 'x');
    if (!is_digit(c->text[i]) && !is_check_digit)
      return 0;
    i++;
    if (n < digits && i < c->end && (c->text[i] == '-' || c->text[i] == ' '))
      i++;
  }
  return i < c->end && is_word(c->text[i]) ? 0 : i - place;
}

static bool scan_magic_link(Content *c) {
  uint32_t left = c->end - c->place;
  const char *text = c->text + c->place;
  uint32_t word = left > 5 && memcmp(text, "ISBN", 4) == 0   ? 4
                  : left > 5 && memcmp(text, "PMID", 4) == 0 ? 4
                  : left > 4 && memcmp(text, "RFC", 3) == 0  ? 3
                                                             : 0;
  if (word == 0 || (c->place > c->text_begin && is_word(text[-1])))
    return false;
  uint32_t number = c->place + word;
  while (number < c->end && (c->text[number] == ' ' || c->text[number] == '\t'))
    number++;
  if (number == c->place + word)
    return false;
  uint32_t length = 0;
  if (text[0] == 'I') {
    bool prefixed = c->end - number > 3 && c->text[number] == '9' && c->text[number + 1] == '7' &&
                    (c->text[number + 2] == '8' || c->text[number + 2] == '9');
    length = prefixed ? isbn_length(c, number, 13) : 0;
    if (length == 0)
      length = isbn_length(c, number, 10);
  } else {
    while (number + length < c->end && is_digit(c->text[number + length]))
      length++;
    if (number + length < c->end && is_word(c->text[number + length]))
      length = 0;
  }
  if (length == 0 || !urls_allowed(c))
    return false;
  put_inline(c, TOKEN_MAGIC_LINK, number + length - c->place);
  return true;
}

/// Whether a number is that of a character that text may hold (Sanitizer::validateCodepoint).
static bool is_character(uint32_t code) {
  return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xD800) ||
         (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code <= 0x10FFFF);
}

/// `&name;` `&#10;` `&#xA;`
static bool scan_entity(Content *c) {
  uint32_t limit = c->end - c->place > 34 ? c->place + 34 : c->end;
  uint32_t first = c->place + 1;
  bool numeric = first < limit && c->text[first] == '#';
  first += numeric;
  bool hexadecimal = numeric && first < limit && (c->text[first] | 32) == 'x';
  first += hexadecimal;
  uint32_t i = first, code = 0;
  for (; i < limit; i++) {
    char ch = c->text[i];
    bool hex_letter = hexadecimal && is_letter(ch) && (ch | 32) <= 'f';
    if (!is_digit(ch) && !hex_letter && (numeric || !is_letter(ch)))
      break;
    uint32_t digit = is_digit(ch) ? (uint32_t)(ch - '0') : (uint32_t)((ch | 32) - 'a' + 10);
    if (code <= 0x10FFFF)
      code = code * (hexadecimal ? 16 : 10) + digit;
  }
  if (i == first || i >= limit || c->text[i] != ';' || (!numeric && is_digit(c->text[first])))
    return false;
  bool known = numeric ? is_character(code) : wikitext_is_entity(c->text + first, i - first);
  put_inline(c, known ? TOKEN_ENTITY : TOKEN_UNKNOWN_ENTITY, i + 1 - c->place);
  return true;
}

/// Length of `__` or its full-width form, or 0.
static uint32_t double_underscore(const Content *c, uint32_t place) {
  static const char *const forms[] = {"__", "\uFF3F\uFF3F"};
  for (uint32_t i = 0; i < 2; i++) {
    uint32_t length = (uint32_t)strlen(forms[i]);
    if (c->end - place >= length && memcmp(c->text + place, forms[i], length) == 0)
      return length;
  }
  return 0;
}

static bool scan_behavior_switch(Content *c) {
  uint32_t open = double_underscore(c, c->place);
  if (open == 0)
    return false;
  uint32_t name = c->place + open;
  uint32_t limit = c->end - c->place > 80 ? c->place + 80 : c->end;
  for (uint32_t i = name; i < limit; i++) {
    uint32_t close = double_underscore(c, i);
    if (close > 0) {
      if (!wikitext_is_behavior_switch(c->text + name, i - name))
        return false;
      put_inline(c, TOKEN_BEHAVIOR_SWITCH, i + close - c->place);
      return true;
    }
    unsigned char ch = (unsigned char)c->text[i];
    if (!is_word((char)ch) && ch < 0x80)
      return false;
  }
  return false;
}

static void scan_line_break(Content *c) {
  if (c->list_item != NO_FRAME && c->list_item > c->scope)
    pop_to(c, c->list_item - 1);
  end_line_marks(c);
  frame_at(c, c->scope)->cell_line = CELL_LINE_NONE;
  c->place++;
  c->chunk = c->place;
  c->line_start = true;
}

/// Characters at which something may begin or end.
static const bool is_special[256] = {
    ['\n'] = true, ['\''] = true, ['<'] = true, ['{'] = true, ['}'] = true, ['['] = true,
    [']'] = true,  ['|'] = true,  ['!'] = true, ['&'] = true, ['_'] = true, ['~'] = true,
    [':'] = true,  ['-'] = true,  ['I'] = true, ['R'] = true, ['P'] = true, [0xEF] = true,
};

/// Skips text up to the next special character and takes what is there.
static void scan_content(Content *c) {
  uint32_t place = c->place;
  while (place < c->end && !is_special[(unsigned char)c->text[place]])
    place++;
  if (place > c->place)
    c->line_start = false;
  c->place = place;
  if (place == c->end)
    return;

  bool taken = false;
  uint32_t run = 0;
  uint32_t separator = cell_separator(c, place);
  if (separator > 0) {
    open_next_cell(c, separator);
    return;
  }
  switch (c->text[place]) {
  case '\n':
    scan_line_break(c);
    return;
  case '\'':
    scan_apostrophes(c);
    c->line_start = false;
    return;
  case '<':
  case '-': {
    const MatchSpan *span = span_here(c);
    if (span)
      taken = enter_span(c, span);
    else
      taken = c->text[place] == '<' && scan_tag(c);
    if (taken)
      return;
    break;
  }
  case '{': {
    const MatchSpan *span = span_here(c);
    if (span) {
      enter_span(c, span);
      return;
    }
    uint32_t next = span_index(c, place + 1);
    uint32_t stop = next < c->span_count ? c->spans[next].start : c->end;
    run = run_length(c);
    if (run > stop - place)
      run = stop - place;
    if (run >= 2) {
      put_inline(c, TOKEN_UNCLOSED_TEMPLATE, run);
      return;
    }
    break;
  }
  case '}':
  case ']':
    run = run_length(c);
    if (run >= 2) {
      put_inline(c, TOKEN_STRAY_CLOSE, run);
      return;
    }
    break;
  case '[':
    scan_open_bracket(c);
    c->line_start = false;
    return;
  case '&':
    taken = scan_entity(c);
    break;
  case '_':
  case '\xEF': // of U+FF3F
    taken = scan_behavior_switch(c);
    break;
  case '~':
    while (run < 5 && place + run < c->end && c->text[place + run] == '~')
      run++;
    if (run >= 3) {
      put_inline(c, TOKEN_SIGNATURE, run);
      return;
    }
    break;
  case ':': {
    taken = scan_url(c);
    Frame *frame = frame_at(c, top_frame(c));
    if (!taken && frame->kind == FRAME_LIST_ITEM && frame->has_term) {
      frame->has_term = false;
      put_inline(c, TOKEN_DEFINITION_MARKER, 1);
      taken = true;
    }
    break;
  }
  case 'I':
  case 'R':
  case 'P':
    taken = scan_magic_link(c);
    break;
  default: // '|' and '!' separate no cells here
    break;
  }
  if (!taken) {
    c->place++;
    c->line_start = false;
  }
}
