// SPDX-License-Identifier: MIT
//
// What the matching pass has paired: templates, parameters, links, extension tags, comments.
#include "content.h"

#include <string.h>

static uint32_t span_index(Content *c, uint32_t place) {
  while (c->next_span < c->span_count && c->spans[c->next_span].start < c->place)
    c->next_span++;
  uint32_t index = c->next_span;
  while (index < c->span_count && c->spans[index].start < place)
    index = c->spans[index].end <= place ? c->spans[index].after : index + 1;
  return index;
}

static const MatchSpan *span_here(Content *c) {
  uint32_t index = span_index(c, c->place);
  return index < c->span_count && c->spans[index].start == c->place ? &c->spans[index] : NULL;
}

static bool is_plain(Content *c, uint32_t end) {
  uint32_t index = span_index(c, c->place);
  return index == c->span_count || c->spans[index].start >= end;
}

static uint32_t find_on_level(Content *c, uint32_t from, uint32_t end, char wanted, char or_else) {
  uint32_t index = span_index(c, from);
  for (uint32_t i = from; i < end;) {
    uint32_t stop =
        index < c->span_count && c->spans[index].start < end ? c->spans[index].start : end;
    for (; i < stop; i++)
      if (c->text[i] == wanted || c->text[i] == or_else)
        return i;
    if (stop == end)
      break;
    i = c->spans[index].end;
    index = c->spans[index].after;
  }
  return end;
}

static void put_name(Content *c, enum WikitextToken kind, uint32_t end) {
  if (is_plain(c, end)) {
    put(c, kind, end - c->place);
    return;
  }
  put(c, TOKEN_COMPLEX_OPEN, 0);
  push_bounded(c, FRAME_COMPLEX, MODE_PLAIN, end)->close = TOKEN_COMPLEX_CLOSE;
}

typedef struct {
  uint32_t begin, end;
} Range;

static Range trim(const Content *c, uint32_t begin, uint32_t end) {
  while (begin < end && is_white(c->text[begin]))
    begin++;
  while (end > begin && is_white(c->text[end - 1]))
    end--;
  return (Range){begin, end};
}

/// Where a template's part ends: at its pipe, or at `end`. Gives the place of the first `=` on the
/// way, or `end`; `later` says that the part follows a pipe, so that an `=` may end its name. Lines
/// that begin with `=` are those of headings, which hide both.
static uint32_t find_part_end(Content *c, uint32_t from, uint32_t end, bool later,
                              uint32_t *equals_sign) {
  uint32_t index = span_index(c, from);
  bool in_heading = false;
  uint32_t i = from;
  *equals_sign = end;
  while (i < end) {
    uint32_t stop =
        index < c->span_count && c->spans[index].start < end ? c->spans[index].start : end;
    for (; i < stop; i++) {
      char ch = c->text[i];
      if (ch == '\n') {
        bool wants_equals = later && *equals_sign == end;
        in_heading = i + 1 < end && c->text[i + 1] == '=' &&
                     (!wants_equals || (i + 2 < end && c->text[i + 2] == '='));
      } else if (!in_heading && ch == '|') {
        if (*equals_sign == end)
          *equals_sign = i;
        return i;
      } else if (!in_heading && ch == '=' && *equals_sign == end) {
        *equals_sign = i;
      }
    }
    if (stop == end)
      break;
    i = c->spans[index].end;
    index = c->spans[index].after;
  }
  return end;
}

// Templates, parser functions, parameters

static void push_template(Content *c, PartKind kind, const MatchSpan *span) {
  uint32_t braces = kind == PART_PARAMETER ? 3 : 2;
  Frame *frame = push_bounded(c, FRAME_TEMPLATE, MODE_PLAIN, span->end - braces);
  frame->variant = (uint8_t)kind;
  frame->close = kind == PART_PARAMETER ? TOKEN_PARAMETER_CLOSE : TOKEN_TEMPLATE_CLOSE;
  frame->close_length = braces;
}

static Frame *push_value(Content *c, uint32_t end) {
  Frame *frame = push_bounded(c, FRAME_ARGUMENT, MODE_CONTENT, end);
  frame->blocks = true;
  return frame;
}

static void open_template(Content *c, const MatchSpan *span) {
  uint32_t body = span->start + 2, close = span->end - 2;
  uint32_t equals_sign;
  uint32_t name_end = find_part_end(c, body, close, false, &equals_sign);
  Range name = trim(c, body, name_end);
  uint32_t modifier = wikitext_modifier_length(c->text + name.begin, name.end - name.begin);
  if (modifier > 0)
    name = trim(c, name.begin + modifier, name_end);
  uint32_t first_span = span_index(c, body);
  uint32_t plain_end = first_span < c->span_count && c->spans[first_span].start < name_end
                           ? c->spans[first_span].start
                           : name_end;
  uint32_t colon = name.begin;
  while (colon < plain_end && c->text[colon] != ':')
    colon++;
  FunctionKind function = FUNCTION_NONE;
  uint32_t function_end = name_end;
  if (colon < plain_end) {
    Range word = trim(c, name.begin, colon);
    function = wikitext_function_kind(c->text + word.begin, word.end - word.begin);
    function_end = colon + 1;
  } else if (plain_end == name_end &&
             wikitext_is_variable(c->text + name.begin, name.end - name.begin)) {
    function = FUNCTION_PLAIN;
  }

  put(c, function ? TOKEN_FUNCTION_OPEN : TOKEN_TEMPLATE_OPEN, 2);
  push_template(c, function == FUNCTION_PLAIN ? PART_PLAIN_FUNCTION : PART_TEMPLATE, span);
  if (modifier > 0) {
    uint32_t start = trim(c, body, name_end).begin;
    put(c, TOKEN_TEMPLATE_MODIFIER, start + modifier - body);
  }
  if (!function) {
    put_name(c, TOKEN_TEMPLATE_NAME, name_end);
    return;
  }
  put(c, TOKEN_FUNCTION_NAME, function_end - c->place);
  if (colon < plain_end) {
    put(c, TOKEN_ARGUMENT_OPEN, 0);
    push_value(c, name_end);
  }
}

static void open_parameter(Content *c, const MatchSpan *span) {
  put(c, TOKEN_PARAMETER_OPEN, 3);
  push_template(c, PART_PARAMETER, span);
  uint32_t equals_sign;
  put_name(c, TOKEN_PARAMETER_NAME, find_part_end(c, c->place, c->end, false, &equals_sign));
}

/// Opens the argument at the pipe that stands here.
static void continue_template(Content *c) {
  PartKind kind = (PartKind)frame_at(c, c->bounded)->variant;
  uint32_t begin = c->place + 1;
  uint32_t equals_sign;
  uint32_t end = find_part_end(c, begin, c->end, true, &equals_sign);
  put(c, kind == PART_PARAMETER ? TOKEN_DEFAULT_OPEN : TOKEN_ARGUMENT_OPEN, 1);
  if (kind != PART_TEMPLATE)
    equals_sign = end;
  push_value(c, end)->has_name = equals_sign < end;
  if (equals_sign < end)
    put_name(c, TOKEN_ARGUMENT_NAME, equals_sign);
}

// Links

static bool is_in(char ch, const char *set) { return ch != '\0' && strchr(set, ch) != NULL; }

/// Whether a link can have this target, as far as its characters say.
static bool is_target(Content *c, uint32_t begin, uint32_t end) {
  Range target = trim(c, begin, end);
  if (target.begin == target.end ||
      wikitext_protocol_length(c->text + target.begin, target.end - target.begin, false) > 0)
    return false;
  uint32_t index = span_index(c, begin);
  for (uint32_t i = begin; i < end; i++) {
    if (index < c->span_count && c->spans[index].start == i) {
      const MatchSpan *span = &c->spans[index];
      if (span->kind != SPAN_COMMENT && span->kind != SPAN_TEMPLATE &&
          span->kind != SPAN_PARAMETER && span->kind != SPAN_INCLUDE_TAG &&
          span->kind != SPAN_VARIANT)
        return false;
      i = span->end - 1;
      index = span->after;
    } else if (is_in(c->text[i], "\n[]{}<>")) {
      return false;
    }
  }
  return true;
}

static bool is_file(const Content *c, uint32_t begin, uint32_t end) {
  const char *colon = memchr(c->text + begin, ':', end - begin);
  if (!colon)
    return false;
  Range name = trim(c, begin, (uint32_t)(colon - c->text));
  return wikitext_is_file_namespace(c->text + name.begin, name.end - name.begin);
}

static bool open_link(Content *c, const MatchSpan *span) {
  uint32_t begin = span->start + 2, close = span->end - 2;
  uint32_t target_end = find_on_level(c, begin, close, '|', '|');
  bool file = is_file(c, begin, target_end);
  if (!is_target(c, begin, target_end) || (span->has_link && !file))
    return false;
  // Of `[[a|[http://example.org b]]]` the first bracket belongs to the text
  // (Parser::handleInternalLinks2).
  if (span->end < c->end && c->text[span->end] == ']' &&
      find_on_level(c, target_end, close, '[', '[') < close)
    close++;
  put(c, file ? TOKEN_FILE_LINK_OPEN : TOKEN_WIKILINK_OPEN, 2);
  Frame *frame = push_bounded(c, FRAME_LINK, MODE_PLAIN, close);
  frame->variant = file ? PART_FILE : PART_WIKILINK;
  frame->close = TOKEN_LINK_CLOSE;
  frame->close_length = 2;
  put_name(c, TOKEN_LINK_TARGET, target_end);
  return true;
}

static void open_gallery_line(Content *c, uint32_t line_end) {
  put(c, TOKEN_GALLERY_LINE_OPEN, 0);
  c->line_start = false;
  Frame *frame = push_bounded(c, FRAME_LINK, MODE_PLAIN, line_end);
  frame->variant = PART_FILE;
  frame->close = TOKEN_GALLERY_LINE_END;
  put_name(c, TOKEN_LINK_TARGET, find_on_level(c, c->place, line_end, '|', '|'));
}

/// What a piece between pipes is. A size may hold parameters.
static FileOptionKind option_kind(Content *c, uint32_t begin, uint32_t end) {
  Range piece = trim(c, begin, end);
  uint32_t length = piece.end - piece.begin;
  FileOptionKind kind = wikitext_file_option_kind(c->text + piece.begin, length);
  if (kind != OPTION_NONE)
    return kind;
  bool is_size = length > 2 && memcmp(c->text + piece.end - 2, "px", 2) == 0 && !is_plain(c, end) &&
                 !memchr(c->text + piece.begin, ' ', length);
  return is_size ? OPTION_SIZE : OPTION_NONE;
}

/// Opens the text or option at the pipe that stands here.
static void continue_link(Content *c) {
  PartKind kind = (PartKind)frame_at(c, c->bounded)->variant;
  uint32_t begin = c->place + 1;
  uint32_t end = kind == PART_FILE ? find_on_level(c, begin, c->end, '|', '|') : c->end;
  FileOptionKind option = kind == PART_FILE ? option_kind(c, begin, end) : OPTION_NONE;
  if (option != OPTION_NONE) {
    // The kinds are in the order of their tokens.
    put(c, TOKEN_FORMAT_OPTION_OPEN + (option - OPTION_FORMAT), 1);
    put_name(c, TOKEN_OPTION_VALUE, end);
    return;
  }
  put(c, TOKEN_LINK_TEXT_OPEN, 1);
  Frame *frame = push_bounded(c, FRAME_LINK_TEXT, MODE_CONTENT, end);
  frame->variant = (uint8_t)kind;
  frame->blocks = false;
}

static void open_variant(Content *c, const MatchSpan *span) {
  put(c, TOKEN_VARIANT_OPEN, 2);
  Frame *frame = push_bounded(c, FRAME_VARIANT, MODE_CONTENT, span->end - 2);
  frame->close = TOKEN_VARIANT_CLOSE;
  frame->close_length = 2;
}

// Extension tags

static void open_extension(Content *c, const MatchSpan *span) {
  const Extension *extension = &wikitext_extensions[span->extension];
  bool empty = span->kind == SPAN_EMPTY_EXTENSION;
  put(c, empty ? TOKEN_EMPTY_EXTENSION_OPEN : TOKEN_EXTENSION_OPEN, 1);
  if (!empty) {
    Mode mode = extension->body == BODY_RAW       ? MODE_RAW
                : extension->body == BODY_GALLERY ? MODE_GALLERY
                                                  : MODE_CONTENT;
    Frame *frame = push_bounded(c, FRAME_EXTENSION, mode, span->close);
    frame->close = TOKEN_END_TAG;
    frame->close_length = span->end - span->close;
    frame->blocks = true;
    c->line_start = true;
  }
  put(c, TOKEN_TAG_NAME, (uint32_t)strlen(extension->name));
  uint32_t close_length = empty ? 2 : 1;
  Frame *attributes =
      push_bounded(c, FRAME_ATTRIBUTES, MODE_ATTRIBUTES, span->open_end - close_length);
  attributes->close = TOKEN_TAG_CLOSE;
  attributes->close_length = close_length;
}

static bool enter_span(Content *c, const MatchSpan *span) {
  uint32_t length = span->end - span->start;
  switch ((SpanKind)span->kind) {
  case SPAN_COMMENT:
    put(c, TOKEN_COMMENT, length); // still at the line's start, if it was
    return true;
  case SPAN_UNCLOSED_COMMENT:
    put(c, TOKEN_UNCLOSED_COMMENT, length);
    return true;
  case SPAN_INCLUDE_TAG:
    put(c, TOKEN_INCLUDE_TAG, length);
    return true;
  default:
    break;
  }
  bool line_start = c->line_start;
  c->line_start = false;
  if (span->kind == SPAN_UNCLOSED_EXTENSION) {
    put(c, TOKEN_UNCLOSED_EXTENSION, length);
    return true;
  }
  if (c->frames.count > WIKITEXT_MAX_OPEN) {
    c->place = span->end;
    return true;
  }
  switch ((SpanKind)span->kind) {
  case SPAN_TEMPLATE:
    open_template(c, span);
    return true;
  case SPAN_PARAMETER:
    open_parameter(c, span);
    return true;
  case SPAN_VARIANT:
    open_variant(c, span);
    return true;
  case SPAN_LINK:
    if (open_link(c, span))
      return true;
    c->line_start = line_start;
    return false;
  default:
    open_extension(c, span);
    return true;
  }
}
