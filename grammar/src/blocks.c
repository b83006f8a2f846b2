// SPDX-License-Identifier: MIT
//
// What begins at a line's start: headings, lists, rules, tables and their lines, gallery lines.
#include "content.h"

#include <string.h>

// Tables

/// The delimiters of a table that stand at a line's start.
typedef enum {
  DELIMITER_NONE,
  DELIMITER_TABLE,
  DELIMITER_END,
  DELIMITER_ROW,
  DELIMITER_CAPTION,
  DELIMITER_CELL
} Delimiter;

static bool starts_with(const Content *c, uint32_t place, const char *word) {
  size_t length = strlen(word);
  return place + length <= c->end && memcmp(c->text + place, word, length) == 0;
}

/// Length of a pipe, plain or as a template call, or 0.
static uint32_t pipe_length(const Content *c, uint32_t place) {
  if (place < c->end && c->text[place] == '|')
    return 1;
  return starts_with(c, place, "{{!}}") ? 5 : 0;
}

/// The delimiter at a place, and its length. `{{!}}` and its kin are templates that every wiki has
/// for writing tables inside template arguments.
static Delimiter delimiter_at(Content *c, uint32_t place, uint32_t *length) {
  static const struct {
    const char *call;
    Delimiter delimiter;
  } calls[] = {{"{{!)}}", DELIMITER_END}, {"{{!-}}", DELIMITER_ROW}, {"{{!+}}", DELIMITER_CAPTION}};
  for (uint32_t i = 0; i < 3; i++)
    if (starts_with(c, place, calls[i].call)) {
      *length = (uint32_t)strlen(calls[i].call);
      return calls[i].delimiter;
    }
  uint32_t pipe = pipe_length(c, place);
  if (pipe > 0) {
    char next = place + pipe < c->end ? c->text[place + pipe] : '\0';
    *length = pipe + 1;
    if (next == '}')
      return DELIMITER_END;
    if (next == '+')
      return DELIMITER_CAPTION;
    if (next == '-') {
      while (place + *length < c->end && c->text[place + *length] == '-')
        ++*length;
      return DELIMITER_ROW;
    }
    *length = pipe;
    return DELIMITER_CELL;
  }
  if (starts_with(c, place, "{{(!}}") && c->open_tables < WIKITEXT_MAX_TABLES) {
    *length = 6;
    return DELIMITER_TABLE;
  }
  if (place < c->end && c->text[place] == '{') {
    pipe = pipe_length(c, place + 1);
    uint32_t index = span_index(c, place);
    bool paired = index < c->span_count && c->spans[index].start == place;
    *length = pipe + 1;
    return pipe > 0 && !paired && c->open_tables < WIKITEXT_MAX_TABLES ? DELIMITER_TABLE
                                                                       : DELIMITER_NONE;
  }
  return DELIMITER_NONE;
}

static void push_line_attributes(Content *c, uint32_t end, uint32_t close_length) {
  Frame *frame = push_bounded(c, FRAME_ATTRIBUTES, MODE_ATTRIBUTES, end);
  frame->close = TOKEN_ATTRIBUTES_CLOSE;
  frame->close_length = close_length;
}

/// Opens a table or row whose attributes go on to the line's end.
static void push_table_part(Content *c, FrameKind kind, uint32_t token) {
  Frame *frame = push_frame(c, kind);
  frame->token = token;
  frame->table = c->table;
  frame->scope = c->scope;
  c->scope = top_frame(c);
  if (kind == FRAME_TABLE) {
    c->table = top_frame(c);
    c->open_tables++;
  }
}

static void open_table(Content *c, uint32_t length) {
  put(c, TOKEN_TABLE_OPEN, length);
  push_table_part(c, FRAME_TABLE, c->tokens->count - 1);
  push_line_attributes(c, find_on_level(c, c->place, c->end, '\n', '\n'), 0);
}

static void close_table(Content *c, uint32_t length) {
  pop_to(c, c->table);
  put(c, TOKEN_TABLE_CLOSE, length);
  leave_table(c);
}

static void open_row(Content *c, uint32_t length) {
  pop_to(c, c->table);
  put(c, TOKEN_ROW_OPEN, length);
  push_table_part(c, FRAME_ROW, 0);
  push_line_attributes(c, find_on_level(c, c->place, c->end, '\n', '\n'), 0);
}

/// Whether a place delimits a further cell of the line; the length of the delimiter or 0.
static uint32_t separator_length(const Content *c, uint32_t place, CellLine line) {
  if (line == CELL_LINE_HEADER && starts_with(c, place, "!!"))
    return 2;
  if (starts_with(c, place, "{{!!}}"))
    return 6;
  uint32_t first = pipe_length(c, place);
  uint32_t second = first > 0 ? pipe_length(c, place + first) : 0;
  return second > 0 ? first + second : 0;
}

/// The pipe that ends a cell's attributes, if it has any: its place and length.
static uint32_t find_attributes_end(Content *c, CellLine line, uint32_t *length) {
  uint32_t index = span_index(c, c->place);
  for (uint32_t i = c->place; i < c->end && c->text[i] != '\n'; i++) {
    if (separator_length(c, i, line) > 0)
      break;
    *length = pipe_length(c, i);
    if (*length > 0)
      return i;
    if (index < c->span_count && c->spans[index].start == i) {
      // As in MediaWiki, a link before the pipe means that the pipe is content.
      if (c->spans[index].kind == SPAN_LINK || c->spans[index].kind == SPAN_VARIANT)
        break;
      i = c->spans[index].end - 1;
      index = c->spans[index].after;
    }
  }
  return c->end;
}

static void open_cell(Content *c, FrameKind kind, CellLine line, uint32_t length) {
  enum WikitextToken token = kind == FRAME_CAPTION      ? TOKEN_CAPTION_OPEN
                             : line == CELL_LINE_HEADER ? TOKEN_HEADER_CELL_OPEN
                                                        : TOKEN_CELL_OPEN;
  put(c, token, length);
  Frame *frame = push_frame(c, kind);
  frame->scope = c->scope;
  frame->cell_line = (uint8_t)line;
  c->scope = top_frame(c);
  c->mark_begin = c->marks.count;
  c->chunk = c->place;
  uint32_t pipe = 0;
  uint32_t end = find_attributes_end(c, line, &pipe);
  if (end < c->end) {
    put(c, TOKEN_ATTRIBUTES_OPEN, 0);
    push_line_attributes(c, end, pipe);
  }
}

/// Opens the first cell of a line, in a row without `|-` if there is none yet.
static void open_line_of_cells(Content *c, CellLine line, uint32_t length) {
  uint32_t row = c->table + 1;
  if (row < c->frames.count && frame_at(c, row)->kind == FRAME_ROW) {
    pop_to(c, row);
  } else {
    pop_to(c, c->table);
    put(c, TOKEN_ROW_OPEN, 0);
    put(c, TOKEN_ATTRIBUTES_CLOSE, 0);
    push_table_part(c, FRAME_ROW, 0);
  }
  open_cell(c, FRAME_CELL, line, length);
}

static CellLine cell_line(Content *c) { return (CellLine)frame_at(c, c->scope)->cell_line; }

static uint32_t cell_separator(Content *c, uint32_t place) {
  CellLine line = cell_line(c);
  return line == CELL_LINE_NONE ? 0 : separator_length(c, place, line);
}

static void open_next_cell(Content *c, uint32_t delimiter) {
  CellLine line = cell_line(c);
  pop_to(c, c->scope - 1);
  open_cell(c, FRAME_CELL, line, delimiter);
}

/// Takes a table's line. True if there was one.
static bool scan_table_line(Content *c) {
  uint32_t start = c->place;
  while (start < c->end && is_blank(c->text[start]))
    start++;
  uint32_t length = 0;
  Delimiter delimiter = delimiter_at(c, start, &length);
  if (delimiter == DELIMITER_NONE && start < c->end && c->text[start] == ':') {
    uint32_t after_colons = start;
    while (after_colons < c->end &&
           (c->text[after_colons] == ':' || is_blank(c->text[after_colons])))
      after_colons++;
    delimiter = delimiter_at(c, after_colons, &length);
    if (delimiter != DELIMITER_TABLE)
      return false;
    start = after_colons;
  }
  bool header = delimiter == DELIMITER_NONE && start < c->end && c->text[start] == '!';
  if (delimiter != DELIMITER_TABLE &&
      (c->table == NO_FRAME || (delimiter == DELIMITER_NONE && !header)))
    return false;
  c->place = start;
  c->line_start = false;
  switch (delimiter) {
  case DELIMITER_TABLE:
    open_table(c, length);
    break;
  case DELIMITER_END:
    close_table(c, length);
    break;
  case DELIMITER_ROW:
    open_row(c, length);
    break;
  case DELIMITER_CAPTION:
    pop_to(c, c->table);
    open_cell(c, FRAME_CAPTION, CELL_LINE_NONE, length);
    break;
  case DELIMITER_CELL:
    open_line_of_cells(c, CELL_LINE_DATA, length);
    break;
  case DELIMITER_NONE:
    open_line_of_cells(c, CELL_LINE_HEADER, 1);
    break;
  }
  return true;
}

// Headings

/// What a line holds, blanks and comments at its end left out.
typedef struct {
  uint32_t end;         ///< the line break, or the end of the frame
  uint32_t content_end; ///< behind the last byte that is no blank or comment
  bool ends_in_pair;    ///< the content ends with a matched pair
} Line;

static Line measure_line(Content *c) {
  uint32_t index = span_index(c, c->place);
  Line line = {.end = c->end, .content_end = c->place};
  for (uint32_t i = c->place; i < c->end;) {
    if (index < c->span_count && c->spans[index].start == i) {
      const MatchSpan *span = &c->spans[index];
      i = span->end;
      index = span->after;
      if (span->kind == SPAN_COMMENT)
        continue;
      line.content_end = i;
      line.ends_in_pair = true;
      continue;
    }
    if (c->text[i] == '\n') {
      line.end = i;
      break;
    }
    if (!is_blank(c->text[i])) {
      line.content_end = i + 1;
      line.ends_in_pair = false;
    }
    i++;
  }
  return line;
}

static bool scan_heading(Content *c) {
  uint32_t opening = 0;
  while (c->place + opening < c->end && c->text[c->place + opening] == '=')
    opening++;
  Line line = measure_line(c);
  uint32_t closing = 0;
  while (line.content_end - closing > c->place && c->text[line.content_end - closing - 1] == '=')
    closing++;
  if (closing == 0 || line.ends_in_pair)
    return false;
  uint32_t level = opening < closing ? opening : closing;
  if (line.content_end - c->place == opening) {
    if (opening < 3)
      return false;
    level = (opening - 1) / 2;
  }
  if (level > 6)
    level = 6;
  c->line_start = false;
  put(c, TOKEN_HEADING_MARKER, level);
  Frame *frame = push_bounded(c, FRAME_HEADING, MODE_CONTENT, line.content_end - level);
  frame->blocks = false;
  frame->close = TOKEN_HEADING_MARKER;
  frame->close_length = level;
  frame->tail_end = line.end;
  return true;
}

// Lists and rules

static bool scan_list_item(Content *c) {
  uint32_t length = 0;
  char last = '\0';
  while (c->place + length < c->end && memchr("*#:;", c->text[c->place + length], 4))
    last = c->text[c->place + length++];
  put(c, TOKEN_LIST_MARKER, length);
  Frame *frame = push_frame(c, FRAME_LIST_ITEM);
  frame->blocks = false;
  frame->has_term = last == ';';
  frame->outer = c->list_item;
  c->list_item = top_frame(c);
  c->line_start = false;
  return true;
}

static bool scan_rule(Content *c) {
  uint32_t length = 0;
  while (c->place + length < c->end && c->text[c->place + length] == '-')
    length++;
  if (length < 4)
    return false;
  put(c, TOKEN_HORIZONTAL_RULE, length);
  c->line_start = false;
  return true;
}

static bool scan_gallery_line(Content *c) {
  uint32_t start = c->place;
  while (start < c->end && is_blank(c->text[start]))
    start++;
  if (start == c->end || c->text[start] == '\n' || c->text[start] == '<')
    return false;
  uint32_t end = find_on_level(c, start, c->end, '\n', '\n');
  pop_to(c, c->bounded);
  c->place = start;
  open_gallery_line(c, end);
  return true;
}

/// Whether a tag of a block element stands on the line, outside templates and the like.
static bool line_holds_block_tag(Content *c) {
  uint32_t index = span_index(c, c->place);
  for (uint32_t i = c->place; i < c->end && c->text[i] != '\n'; i++) {
    if (index < c->span_count && c->spans[index].start == i) {
      i = c->spans[index].end - 1;
      index = c->spans[index].after;
    } else if (c->text[i] == '<') {
      uint32_t name = i + 1 + (i + 1 < c->end && c->text[i + 1] == '/');
      uint32_t end = name;
      while (end < c->end && is_name_character(c->text[end]))
        end++;
      int element = wikitext_find_html_element(c->text + name, end - name);
      if (element >= 0 &&
          (wikitext_html_elements[element].flags & (HTML_NO_INDENT | HTML_INDENT)) != 0)
        return true;
    }
  }
  return false;
}

/// Whether the innermost open element that has a say lets indented lines be preformatted.
static bool elements_allow_indent(const Content *c) {
  uint32_t innermost = 0;
  bool allowed = true;
  for (uint32_t i = 0; i < HTML_ELEMENT_COUNT; i++) {
    uint32_t flags = wikitext_html_elements[i].flags & (HTML_NO_INDENT | HTML_INDENT);
    uint32_t frame = c->open_elements[i];
    if (flags == 0 || frame == NO_FRAME || frame <= c->scope || frame < innermost)
      continue;
    innermost = frame;
    allowed = flags == HTML_INDENT;
  }
  return allowed;
}

/// A blank before a line that is not blank makes it preformatted, except inside an argument, in and
/// beside block elements, and between the cells of a table (BlockLevelPass).
static bool scan_indent(Content *c) {
  FrameKind around = (FrameKind)frame_at(c, c->bounded)->kind;
  if (around == FRAME_ARGUMENT || around == FRAME_VARIANT)
    return false;
  if (c->table != NO_FRAME &&
      (c->scope == c->table || frame_at(c, c->scope)->kind == FRAME_CAPTION))
    return false;
  uint32_t index = span_index(c, c->place), text = c->place;
  // Comments vanish before anybody looks.
  while (text < c->end && (is_blank(c->text[text]) || starts_with(c, text, "<!--"))) {
    while (index < c->span_count && c->spans[index].start < text)
      index++;
    bool is_span = index < c->span_count && c->spans[index].start == text;
    if (!is_blank(c->text[text]) && !is_span)
      break;
    text = is_span ? c->spans[index].end : text + 1;
  }
  if (text >= c->end || c->text[text] == '\n' || !elements_allow_indent(c) ||
      line_holds_block_tag(c))
    return false;
  put_inline(c, TOKEN_INDENT_MARKER, 1);
  return true;
}

static bool scan_line_start(Content *c) {
  char ch = c->text[c->place];
  bool taken = false;
  if (ch == '=')
    taken = scan_heading(c);
  else if (ch == '-')
    taken = scan_rule(c);
  else
    taken = scan_table_line(c);
  if (!taken && ch == ' ')
    taken = scan_indent(c);
  if (!taken && (ch == '*' || ch == '#' || ch == ':' || ch == ';'))
    taken = scan_list_item(c);
  // A comment or an include tag leaves us at the line's start.
  if (!taken && ch != '<')
    c->line_start = false;
  return taken;
}
