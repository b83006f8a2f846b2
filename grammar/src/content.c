// SPDX-License-Identifier: MIT
//
// The content pass: one walk over the text with a stack of open constructs. This file holds the
// stack and the loop; what starts a construct is in blocks.c, inline.c, spans.c and tags.c.
#include "content.h"

#include "memory.h"

#include <string.h>

static void put_entry(Content *c, enum WikitextToken kind, uint32_t length) {
  GROW(c->tokens);
  c->tokens->entries[c->tokens->count++] =
      (WikitextTokenEntry){.length = length, .kind = (uint8_t)kind};
}

static void flush_text(Content *c) {
  if (c->place > c->text_begin)
    put_entry(c, TOKEN_TEXT, c->place - c->text_begin);
  c->text_begin = c->place;
}

/// Writes a token over the next `length` bytes, after the text before it.
static void put(Content *c, enum WikitextToken kind, uint32_t length) {
  flush_text(c);
  put_entry(c, kind, length);
  c->place += length;
  c->text_begin = c->place;
}

static Frame *push_frame(Content *c, FrameKind kind) {
  bool blocks = c->frames.count > 0 && frame_at(c, top_frame(c))->blocks;
  GROW(&c->frames);
  Frame *frame = &c->frames.entries[c->frames.count++];
  *frame = (Frame){.kind = (uint8_t)kind, .blocks = blocks};
  return frame;
}

/// Opens a frame whose content ends at a known place. Apostrophes balance in it by themselves,
/// except in an external link, whose text MediaWiki balances with the line around it.
static Frame *push_bounded(Content *c, FrameKind kind, Mode mode, uint32_t end) {
  Frame *frame = push_frame(c, kind);
  frame->mode = (uint8_t)mode;
  frame->end = end;
  frame->outer = c->bounded;
  frame->scope = c->scope;
  frame->table = c->table;
  frame->marks = c->mark_begin;
  frame->line_start = c->line_start;
  c->bounded = top_frame(c);
  c->scope = c->bounded;
  c->table = NO_FRAME;
  c->end = end;
  c->line_start = false;
  if (kind != FRAME_EXTERNAL_LINK) {
    c->mark_begin = c->marks.count;
    c->chunk = c->place;
  }
  return frame;
}

static void pop_frame(Content *c, uint32_t levels) {
  uint32_t height = frame_at(c, top_frame(c))->height + levels;
  c->frames.count--;
  if (c->frames.count == 0)
    return;
  Frame *outer = frame_at(c, top_frame(c));
  if (outer->height < height)
    outer->height = (uint16_t)height;
}

static void leave_table(Content *c) {
  const Frame *frame = frame_at(c, top_frame(c));
  c->table = frame->table;
  c->scope = frame->scope;
  c->open_tables--;
  pop_frame(c, 0);
}

/// Closes the innermost open-ended frame where nothing in the text closes it.
static void pop_open_ended(Content *c) {
  const Frame *frame = frame_at(c, top_frame(c));
  switch ((FrameKind)frame->kind) {
  case FRAME_ELEMENT:
    leave_element(c);
    return;
  case FRAME_LIST_ITEM:
    put(c, TOKEN_LIST_ITEM_END, 0);
    c->list_item = frame->outer;
    break;
  case FRAME_TABLE:
    c->tokens->entries[frame->token].kind = TOKEN_UNCLOSED_TABLE;
    put(c, TOKEN_TABLE_CLOSE, 0);
    leave_table(c);
    return;
  case FRAME_CELL:
  case FRAME_CAPTION:
    end_line_marks(c);
    c->scope = frame->scope;
    break;
  default: // a row
    c->scope = frame->scope;
    break;
  }
  pop_frame(c, 0);
}

static void pop_to(Content *c, uint32_t index) {
  while (top_frame(c) > index)
    pop_open_ended(c);
}

/// Ends the innermost bounded frame, whose end has been reached.
static void close_bounded(Content *c) {
  uint32_t index = c->bounded;
  pop_to(c, index);
  Frame frame = *frame_at(c, index);
  if (frame.kind != FRAME_EXTERNAL_LINK) {
    end_line_marks(c);
    c->mark_begin = frame.marks;
    c->chunk = c->place;
  }
  pop_frame(c, 0);
  c->bounded = frame.outer;
  c->scope = frame.scope;
  c->table = frame.table;
  c->line_start = frame.line_start;
  if (c->frames.count > 0)
    c->end = frame_at(c, c->bounded)->end;
  if (frame.close)
    put(c, (enum WikitextToken)frame.close, frame.close_length);
  else
    flush_text(c);
  if (frame.kind == FRAME_HEADING) {
    // The markers are equal; what stands between the closing one and the line's end is the tail.
    push_bounded(c, FRAME_HEADING_TAIL, MODE_PLAIN, frame.tail_end)->close = TOKEN_HEADING_END;
  }
}

/// Looks at what stands at `place` and goes on.
static void step(Content *c) {
  Frame *frame = frame_at(c, c->bounded);
  if (c->place >= c->end) {
    close_bounded(c);
    return;
  }
  switch (frame->kind) {
  case FRAME_TEMPLATE:
    continue_template(c);
    return;
  case FRAME_LINK:
    continue_link(c);
    return;
  case FRAME_ARGUMENT:
    if (frame->has_name) {
      frame->has_name = false;
      put(c, TOKEN_ARGUMENT_EQUALS, 1);
      return;
    }
    break;
  default:
    break;
  }
  switch ((Mode)frame->mode) {
  case MODE_PLAIN: {
    const MatchSpan *span = span_here(c);
    if (span && enter_span(c, span))
      return;
    if (span) {
      c->place++;
      return;
    }
    uint32_t next = span_index(c, c->place);
    uint32_t stop = next < c->span_count ? c->spans[next].start : c->end;
    c->place = stop < c->end ? stop : c->end;
    return;
  }
  case MODE_ATTRIBUTES:
    scan_attributes(c);
    return;
  case MODE_RAW:
    put(c, TOKEN_RAW_TEXT, c->end - c->place);
    return;
  case MODE_GALLERY:
    if (c->line_start && scan_gallery_line(c))
      return;
    break;
  case MODE_CONTENT:
    break;
  }
  if (c->line_start && blocks_allowed(c) && scan_line_start(c))
    return;
  scan_content(c);
}

/// `#REDIRECT [[…]]` at the start of the page, with an optional colon.
static void scan_redirect(Content *c, uint32_t size) {
  uint32_t start = 0;
  while (start < size && is_white(c->text[start]))
    start++;
  uint32_t length = wikitext_redirect_length(c->text + start, size - start);
  if (length == 0)
    return;
  uint32_t end = start + length;
  uint32_t link = end;
  while (link < size && (is_white(c->text[link]) || c->text[link] == ':'))
    link++;
  if (link + 1 >= size || c->text[link] != '[' || c->text[link + 1] != '[')
    return;
  if (end < size && c->text[end] == ':')
    end++;
  c->place = start;
  put(c, TOKEN_REDIRECT, end - start);
  c->line_start = false;
}

static void wikitext_content(const char *text, uint32_t size, const SpanList *spans,
                             WikitextTokenList *tokens) {
  Content c = {.text = text,
               .spans = spans->entries,
               .span_count = spans->count,
               .tokens = tokens,
               .bounded = NO_FRAME,
               .scope = NO_FRAME,
               .table = NO_FRAME,
               .list_item = NO_FRAME};
  for (uint32_t i = 0; i < HTML_ELEMENT_COUNT; i++)
    c.open_elements[i] = NO_FRAME;
  push_bounded(&c, FRAME_DOCUMENT, MODE_CONTENT, size)->blocks = true;
  c.line_start = true;
  scan_redirect(&c, size);
  while (c.frames.count > 0)
    step(&c);
  ts_free(c.frames.entries);
  ts_free(c.marks.entries);
}
