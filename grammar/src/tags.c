// SPDX-License-Identifier: MIT
//
// HTML elements and the attributes of tags, tables, rows and cells.
#include "content.h"

#include <string.h>

/// Where the '>' of a tag stands, or `c->end`. No tag holds a '<', nor the next line of a table.
static uint32_t find_tag_end(Content *c, uint32_t from) {
  uint32_t end = find_on_level(c, from, c->end, '>', '<');
  if (end == c->end || c->text[end] != '>')
    return c->end;
  if (c->table == NO_FRAME)
    return end;
  for (uint32_t i = from; i < end; i++) {
    const char *line_end = memchr(c->text + i, '\n', end - i);
    if (!line_end)
      break;
    i = (uint32_t)(line_end - c->text) + 1;
    while (i < end && is_white(c->text[i]))
      i++;
    if (i < end && (c->text[i] == '|' || c->text[i] == '!'))
      return c->end;
  }
  return end;
}

static void push_attributes(Content *c, uint32_t gt, bool slash) {
  uint32_t close_length = slash ? 2 : 1;
  Frame *frame = push_bounded(c, FRAME_ATTRIBUTES, MODE_ATTRIBUTES, gt + 1 - close_length);
  frame->close = TOKEN_TAG_CLOSE;
  frame->close_length = close_length;
}

static int64_t open_with_role(const Content *c, HtmlRole role) {
  for (uint32_t i = 0; i < HTML_ELEMENT_COUNT; i++)
    if (wikitext_html_elements[i].role == role)
      return c->open_elements[i] == NO_FRAME || c->open_elements[i] <= c->scope
                 ? -1
                 : (int64_t)c->open_elements[i];
  return -1;
}

static int64_t larger(int64_t a, int64_t b) { return a > b ? a : b; }

/// Closes what a start tag closes by itself: a list item or a cell before the next one.
static void close_implied(Content *c, HtmlRole role) {
  int64_t sibling = -1, barrier = -1;
  switch (role) {
  case HTML_TD:
  case HTML_TH:
    sibling = larger(open_with_role(c, HTML_TD), open_with_role(c, HTML_TH));
    barrier = larger(open_with_role(c, HTML_TR), open_with_role(c, HTML_TABLE));
    break;
  case HTML_TR:
    sibling = open_with_role(c, HTML_TR);
    barrier = open_with_role(c, HTML_TABLE);
    break;
  case HTML_LI:
    sibling = open_with_role(c, HTML_LI);
    barrier = larger(open_with_role(c, HTML_UL), open_with_role(c, HTML_OL));
    break;
  case HTML_DT:
  case HTML_DD:
    sibling = larger(open_with_role(c, HTML_DT), open_with_role(c, HTML_DD));
    barrier = open_with_role(c, HTML_DL);
    break;
  default:
    return;
  }
  if (sibling > barrier)
    pop_to(c, (uint32_t)sibling - 1);
}

/// Drops the element on top from the list of open ones.
static void forget_element(Content *c, const Frame *frame) {
  c->open_elements[frame->element] = frame->outer;
}

static void leave_as_unclosed(Content *c) {
  const Frame *frame = frame_at(c, top_frame(c));
  forget_element(c, frame);
  c->tokens->entries[frame->token].kind = TOKEN_UNCLOSED_TAG_OPEN;
  pop_frame(c, 0);
}

static void leave_element(Content *c) {
  const Frame *frame = frame_at(c, top_frame(c));
  bool may_end = wikitext_html_elements[frame->element].flags & HTML_OPTIONAL_END;
  if (!may_end || frame->height >= WIKITEXT_MAX_ELEMENT_HEIGHT) {
    leave_as_unclosed(c);
    return;
  }
  put(c, TOKEN_ELEMENT_END, 0);
  forget_element(c, frame);
  pop_frame(c, 1);
}

/// Takes a tag that MediaWiki shows as text, on one line. Names of extensions are none: those
/// without partner have been dealt with in the matching pass.
static bool scan_unknown_tag(Content *c, uint32_t name_end) {
  uint32_t name = c->place + 1 + (c->text[c->place + 1] == '/');
  if (wikitext_find_extension(c->text + name, name_end - name) >= 0)
    return false;
  uint32_t gt = find_tag_end(c, name_end);
  if (gt == c->end || memchr(c->text + name_end, '\n', gt - name_end) || !is_plain(c, gt))
    return false;
  put_inline(c, TOKEN_UNKNOWN_TAG, gt + 1 - c->place);
  return true;
}

static bool scan_end_tag(Content *c, uint32_t name, uint32_t name_end) {
  int element = wikitext_find_html_element(c->text + name, name_end - name);
  if (element < 0 && wikitext_find_extension(c->text + name, name_end - name) < 0)
    return scan_unknown_tag(c, name_end);
  uint32_t gt = find_tag_end(c, name_end);
  if (gt == c->end)
    return false;
  uint32_t length = gt + 1 - c->place;
  c->line_start = false;
  uint32_t index = element < 0 ? NO_FRAME : c->open_elements[element];
  if (index == NO_FRAME || index <= c->scope) {
    put(c, TOKEN_STRAY_END_TAG, length);
    return true;
  }
  pop_to(c, index);
  if (frame_at(c, index)->height >= WIKITEXT_MAX_ELEMENT_HEIGHT) {
    leave_as_unclosed(c);
    put(c, TOKEN_STRAY_END_TAG, length);
    return true;
  }
  put(c, TOKEN_END_TAG, length);
  forget_element(c, frame_at(c, index));
  pop_frame(c, 1);
  return true;
}

static bool scan_tag(Content *c) {
  uint32_t name = c->place + 1;
  bool is_end_tag = name < c->end && c->text[name] == '/';
  name += is_end_tag;
  if (name >= c->end || !is_letter(c->text[name]))
    return false;
  uint32_t name_end = name;
  while (name_end < c->end && is_name_character(c->text[name_end]))
    name_end++;
  if (name_end == c->end ||
      !(is_white(c->text[name_end]) || c->text[name_end] == '/' || c->text[name_end] == '>'))
    return false;
  if (is_end_tag)
    return scan_end_tag(c, name, name_end);

  int element = wikitext_find_html_element(c->text + name, name_end - name);
  if (element < 0)
    return scan_unknown_tag(c, name_end);
  uint32_t gt = find_tag_end(c, name_end);
  if (gt == c->end)
    return false;
  const HtmlElement *html = &wikitext_html_elements[element];
  bool slash = gt > name_end && c->text[gt - 1] == '/';
  bool is_void = html->flags & HTML_VOID;
  if (!is_void && !slash)
    close_implied(c, (HtmlRole)html->role);
  put(c,
      is_void ? TOKEN_VOID_ELEMENT_OPEN
      : slash ? TOKEN_SELF_CLOSED_TAG_OPEN
              : TOKEN_ELEMENT_OPEN,
      1);
  c->line_start = false;
  if (!is_void && !slash) {
    uint32_t token = c->tokens->count - 1;
    Frame *frame = push_frame(c, FRAME_ELEMENT);
    frame->element = (uint8_t)element;
    frame->token = token;
    frame->outer = c->open_elements[element];
    c->open_elements[element] = top_frame(c);
  }
  put(c, TOKEN_TAG_NAME, name_end - name);
  push_attributes(c, gt, slash);
  return true;
}

/// Where an attribute's value that begins here ends. A quote without partner quotes nothing.
static uint32_t find_value_end(Content *c, uint32_t begin) {
  char quote = begin < c->end ? c->text[begin] : '\0';
  if (quote == '"' || quote == '\'') {
    uint32_t closing = find_on_level(c, begin + 1, c->end, quote, quote);
    if (closing < c->end)
      return closing + 1;
  }
  uint32_t end = begin;
  while (end < c->end && !is_white(c->text[end])) {
    uint32_t index = span_index(c, end);
    end = index < c->span_count && c->spans[index].start == end ? c->spans[index].end : end + 1;
  }
  return end < c->end ? end : c->end;
}

static void scan_attributes(Content *c) {
  const MatchSpan *span = span_here(c);
  if (span && enter_span(c, span))
    return;
  uint32_t next = span_index(c, c->place);
  uint32_t stop =
      next < c->span_count && c->spans[next].start < c->end ? c->spans[next].start : c->end;
  uint32_t end = c->place;
  while (end < stop && is_white(c->text[end]))
    end++;
  if (end > c->place) {
    put(c, TOKEN_SPACE, end - c->place);
    return;
  }
  while (end < stop && !is_white(c->text[end]) && c->text[end] != '=' && c->text[end] != '"')
    end++;
  if (end == c->place) {
    // No attribute begins like this.
    do
      c->place++;
    while (c->place < stop && !is_white(c->text[c->place]));
    flush_text(c);
    return;
  }
  put(c, TOKEN_ATTRIBUTE_NAME, end - c->place);
  while (end < stop && is_white(c->text[end]))
    end++;
  if (end == stop || c->text[end] != '=')
    return;
  end++;
  while (end < stop && is_white(c->text[end]))
    end++;
  put(c, TOKEN_ATTRIBUTE_EQUALS, end - c->place);
  put_name(c, TOKEN_ATTRIBUTE_VALUE, find_value_end(c, end));
}
