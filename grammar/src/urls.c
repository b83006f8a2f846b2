// SPDX-License-Identifier: MIT
//
// Bare URLs and external links.
#include "content.h"

#include <string.h>

/// Length of the character here if no URL holds it, else 0: brackets, quotes, blanks of any kind.
static uint32_t url_end_length(const Content *c, uint32_t place) {
  unsigned char ch = (unsigned char)c->text[place];
  if (ch <= 0x20 || ch == 0x7F || ch == '[' || ch == ']' || ch == '<' || ch == '>' || ch == '"')
    return 1;
  if (ch == 0xC2 && place + 1 < c->end && (unsigned char)c->text[place + 1] == 0xA0)
    return 2;
  if (place + 2 >= c->end || (ch != 0xE1 && ch != 0xE2 && ch != 0xE3))
    return 0;
  unsigned char second = (unsigned char)c->text[place + 1],
                third = (unsigned char)c->text[place + 2];
  bool is_space = (ch == 0xE1 && second == 0x9A && third == 0x80) ||
                  (ch == 0xE2 && second == 0x80 && (third <= 0x8A || third == 0xAF)) ||
                  (ch == 0xE2 && second == 0x81 && third == 0x9F) ||
                  (ch == 0xE3 && second == 0x80 && third == 0x80);
  return is_space ? 3 : 0;
}

/// Where a URL ends whose part after the protocol begins at `place`; pairs are part of it or end
/// it.
static uint32_t find_url_end(Content *c, uint32_t place, bool with_pairs) {
  uint32_t index = span_index(c, place);
  // An IPv6 address is the one place where brackets are allowed.
  if (place < c->end && c->text[place] == '[') {
    uint32_t i = place + 1;
    while (i < c->end && (is_word(c->text[i]) || c->text[i] == ':' || c->text[i] == '.'))
      i++;
    if (i > place + 1 && i < c->end && c->text[i] == ']')
      place = i + 1;
  }
  while (place < c->end) {
    if (index < c->span_count && c->spans[index].start == place) {
      uint8_t kind = c->spans[index].kind;
      if (!with_pairs || (kind != SPAN_TEMPLATE && kind != SPAN_PARAMETER && kind != SPAN_COMMENT))
        return place;
      place = c->spans[index].end;
      index = c->spans[index].after;
      continue;
    }
    if (url_end_length(c, place) > 0)
      return place;
    if (c->text[place] == '\'' && place + 1 < c->end && c->text[place + 1] == '\'')
      return place;
    place++;
  }
  return c->end;
}

/// Leaves out what MediaWiki takes for the sentence's: punctuation at the end, a closing
/// parenthesis without an opening one, and entities for angle brackets and blanks.
static uint32_t trim_url(const Content *c, uint32_t begin, uint32_t end) {
  static const char *const entities[] = {"&lt;", "&gt;", "&nbsp;", "&#160;"};
  for (uint32_t i = begin; i < end; i++)
    if (c->text[i] == '&')
      for (uint32_t k = 0; k < 4; k++) {
        uint32_t length = (uint32_t)strlen(entities[k]);
        if (end - i >= length && memcmp(c->text + i, entities[k], length) == 0)
          end = i;
      }
  bool has_parenthesis = memchr(c->text + begin, '(', end - begin) != NULL;
  while (end > begin) {
    char last = c->text[end - 1];
    if (!memchr(",;\\.:!?", last, 7) && (last != ')' || has_parenthesis))
      break;
    end--;
  }
  return end;
}

static bool urls_allowed(Content *c) {
  const Frame *frame = frame_at(c, c->bounded);
  return frame->kind != FRAME_EXTERNAL_LINK &&
         !(frame->kind == FRAME_LINK_TEXT && frame->variant == PART_WIKILINK);
}

static bool scan_url(Content *c) {
  uint32_t protocol = wikitext_protocol_before(c->text, c->place, c->text_begin);
  if (protocol == 0 || !urls_allowed(c))
    return false;
  uint32_t start = c->place - protocol;
  if (start > c->text_begin && is_word(c->text[start - 1]))
    return false;
  uint32_t length = wikitext_protocol_length(c->text + start, c->end - start, false);
  if (length <= protocol)
    return false;
  uint32_t end = trim_url(c, start, find_url_end(c, start + length, false));
  if (end <= start + length)
    return false;
  c->place = start;
  put_inline(c, TOKEN_URL, end - start);
  return true;
}

/// The bracket that closes an external link on this line, or `c->end`.
static uint32_t find_link_end(Content *c, uint32_t from) {
  if (c->bracket_frame == c->bounded && from >= c->bracket_from && from < c->bracket_none)
    return c->end;
  uint32_t index = span_index(c, from);
  uint32_t i = from;
  for (; i < c->end && c->text[i] != '\n'; i++) {
    if (c->text[i] == ']')
      return i;
    if (cell_separator(c, i) > 0)
      break;
    if (index < c->span_count && c->spans[index].start == i) {
      i = c->spans[index].end - 1;
      index = c->spans[index].after;
    }
  }
  c->bracket_frame = c->bounded;
  c->bracket_from = from;
  c->bracket_none = i;
  return c->end;
}

static bool scan_external_link(Content *c) {
  uint32_t start = c->place + 1;
  uint32_t protocol = wikitext_protocol_length(c->text + start, c->end - start, true);
  if (protocol == 0 || frame_at(c, c->bounded)->kind == FRAME_EXTERNAL_LINK)
    return false;
  uint32_t url_end = find_url_end(c, start + protocol, true);
  if (url_end == start + protocol)
    return false;
  uint32_t end = find_link_end(c, url_end);
  if (end == c->end)
    return false;
  put_inline(c, TOKEN_EXTERNAL_LINK_OPEN, 1);
  Frame *frame = push_bounded(c, FRAME_EXTERNAL_LINK, MODE_CONTENT, end);
  frame->blocks = false;
  frame->close = TOKEN_EXTERNAL_LINK_CLOSE;
  frame->close_length = 1;
  put_name(c, TOKEN_URL, url_end);
  return true;
}

static void scan_open_bracket(Content *c) {
  const MatchSpan *span = span_here(c);
  if (span && enter_span(c, span))
    return;
  // Brackets up to the next pair, or those of a pair that is no link.
  uint32_t next = span_index(c, c->place + 1);
  uint32_t stop =
      next < c->span_count && c->spans[next].start < c->end ? c->spans[next].start : c->end;
  uint32_t run = 1;
  while (c->place + run < stop && c->text[c->place + run] == '[' && !(span && run == 2))
    run++;
  uint32_t after = c->place + run;
  // The last one may begin an external link.
  if (run > 1 && wikitext_protocol_length(c->text + after, c->end - after, false) > 0)
    run--;
  if (run > 1)
    put_inline(c, TOKEN_UNCLOSED_LINK, run);
  else if (after != c->place + 1 || !scan_external_link(c))
    c->place++;
}
