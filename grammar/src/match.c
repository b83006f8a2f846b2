// SPDX-License-Identifier: MIT
//
// The matching pass, after MediaWiki's preprocessor (Preprocessor_Hash): one stack of opening runs;
// a closing run matches the top frame only, inside-out, three braces before two. A line that begins
// with `=` is a frame of its own up to its end, so it hides what is open around it. Comments and
// extension tags are opaque; a wikitext body is matched in isolation.
#include "match.h"

#include "characters.h"
#include "memory.h"
#include "words.h"

#include <string.h>

/// A run of opening characters that waits for its closers.
typedef struct {
  uint32_t start;
  uint32_t count;  ///< characters of the run still without partner
  uint32_t slot;   ///< spans of this run are filled in from here downwards
  uint32_t height; ///< levels of pairs inside
  char open;       ///< '{', '[', '-' for a language variant or '=' for a line of a heading
  bool has_link;
  bool has_pipe;   ///< a '|' stands directly inside
  bool has_equals; ///< since the last such '|', a '='
} OpenRun;

typedef struct {
  OpenRun *entries;
  uint32_t count;
  uint32_t capacity;
} RunStack;

/// Where `</name>` tags stand, for one extension.
typedef struct {
  uint32_t start, end;
} TagPlace;

typedef struct {
  TagPlace *entries;
  uint32_t count;
  uint32_t capacity;
} TagPlaces;

typedef struct {
  const char *text;
  uint32_t size;
  SpanList *spans;
  RunStack frames;
  TagPlaces *end_tags;       ///< one list for each extension
  uint32_t next_comment_end; ///< the first `-->` at or after comment_from
  uint32_t comment_from;
  uint32_t next_gt; ///< the first '>' at or after gt_from
  uint32_t gt_from;
} Matcher;

/// Finds the first '>' from a place on, remembering it: each byte is looked at once.
static uint32_t find_gt(Matcher *matcher, uint32_t from) {
  if (from < matcher->gt_from || from > matcher->next_gt) {
    const char *found = memchr(matcher->text + from, '>', matcher->size - from);
    matcher->next_gt = found ? (uint32_t)(found - matcher->text) : matcher->size;
    matcher->gt_from = from;
  }
  return matcher->next_gt;
}

/// Finds the first `-->` from a place on, remembering it. Gives the size of the text if there is
/// none.
static uint32_t find_comment_end(Matcher *matcher, uint32_t from) {
  if (from < matcher->comment_from || from > matcher->next_comment_end) {
    matcher->comment_from = from;
    matcher->next_comment_end = matcher->size;
    for (uint32_t i = from; i < matcher->size;) {
      const char *found = memchr(matcher->text + i, '-', matcher->size - i);
      if (!found)
        break;
      i = (uint32_t)(found - matcher->text);
      if (matcher->size - i >= 3 && found[1] == '-' && found[2] == '>') {
        matcher->next_comment_end = i;
        break;
      }
      i++;
    }
  }
  return matcher->next_comment_end;
}

/// Lists all `</name>` of extensions, so that finding a partner is a binary search.
static void collect_end_tags(Matcher *matcher) {
  const char *text = matcher->text;
  uint32_t size = matcher->size;
  for (uint32_t i = 0; i + 2 < size;) {
    const char *found = memchr(text + i, '<', size - i - 2);
    if (!found)
      return;
    i = (uint32_t)(found - text) + 1;
    if (text[i] != '/')
      continue;
    uint32_t name = i + 1, end = name;
    while (end < size && is_name_character(text[end]))
      end++;
    int extension = wikitext_find_extension(text + name, end - name);
    if (extension < 0)
      continue;
    while (end < size && is_white(text[end]))
      end++;
    if (end < size && text[end] == '>') {
      TagPlaces *places = &matcher->end_tags[extension];
      GROW(places);
      places->entries[places->count++] = (TagPlace){i - 1, end + 1};
    }
    i = end;
  }
}

/// The first end tag of an extension from a place on, or null.
static const TagPlace *find_end_tag(const Matcher *matcher, uint32_t extension, uint32_t from) {
  const TagPlaces *places = &matcher->end_tags[extension];
  uint32_t low = 0, high = places->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (places->entries[middle].start < from)
      low = middle + 1;
    else
      high = middle;
  }
  return low < places->count ? &places->entries[low] : NULL;
}

static MatchSpan *add_span(Matcher *matcher, SpanKind kind, uint32_t start, uint32_t end) {
  GROW(matcher->spans);
  MatchSpan *span = &matcher->spans->entries[matcher->spans->count++];
  *span = (MatchSpan){.start = start, .end = end, .kind = (uint8_t)kind};
  return span;
}

static void match_range(Matcher *matcher, uint32_t begin, uint32_t end);

/// Reads what begins with '<' and gives where to go on.
static uint32_t match_angle(Matcher *matcher, uint32_t start, uint32_t limit) {
  const char *text = matcher->text;
  if (limit - start >= 4 && memcmp(text + start, "<!--", 4) == 0) {
    uint32_t dashes = find_comment_end(matcher, start + 4);
    if (dashes + 3 <= limit) {
      add_span(matcher, SPAN_COMMENT, start, dashes + 3);
      return dashes + 3;
    }
    add_span(matcher, SPAN_UNCLOSED_COMMENT, start, limit);
    return limit;
  }
  uint32_t name = start + 1;
  bool is_end_tag = name < limit && text[name] == '/';
  name += is_end_tag;
  uint32_t name_end = name;
  while (name_end < limit && is_name_character(text[name_end]))
    name_end++;
  int found = wikitext_find_extension(text + name, name_end - name);
  if (found < 0 || name_end == limit)
    return start + 1;
  uint32_t extension = (uint32_t)found;
  bool is_include = wikitext_extensions[extension].body == BODY_INCLUDE;
  if (is_end_tag && !is_include)
    return start + 1;
  char next = text[name_end];
  if (!is_white(next) && next != '>' &&
      !(next == '/' && name_end + 1 < limit && text[name_end + 1] == '>'))
    return start + 1;
  uint32_t gt = find_gt(matcher, name_end);
  if (gt >= limit)
    return start + 1;
  if (is_include) {
    add_span(matcher, SPAN_INCLUDE_TAG, start, gt + 1);
    return gt + 1;
  }
  if (text[gt - 1] == '/') {
    MatchSpan *span = add_span(matcher, SPAN_EMPTY_EXTENSION, start, gt + 1);
    span->extension = (uint8_t)extension;
    span->open_end = gt + 1;
    return gt + 1;
  }
  const TagPlace *end_tag = find_end_tag(matcher, extension, gt + 1);
  if (!end_tag || end_tag->end > limit) {
    add_span(matcher, SPAN_UNCLOSED_EXTENSION, start, gt + 1);
    return gt + 1;
  }
  MatchSpan *span = add_span(matcher, SPAN_EXTENSION, start, end_tag->end);
  span->extension = (uint8_t)extension;
  span->open_end = gt + 1;
  span->close = end_tag->start;
  // The first end tag closes, so a body never holds an end tag of its own name: this recursion is
  // no deeper than there are extension names.
  if (wikitext_extensions[extension].body != BODY_RAW)
    match_range(matcher, gt + 1, end_tag->start);
  return end_tag->end;
}

static void push_run(Matcher *matcher, char open, uint32_t start, uint32_t count) {
  GROW(&matcher->frames);
  matcher->frames.entries[matcher->frames.count++] = (OpenRun){
      .start = start, .count = count, .open = open, .slot = matcher->spans->count + count / 2};
  for (uint32_t i = 0; i < count / 2; i++)
    add_span(matcher, SPAN_NONE, start, start);
}

/// Removes the top frame and tells the one around it what it held.
static void pop_run(Matcher *matcher, uint32_t base) {
  const OpenRun *frame = &matcher->frames.entries[--matcher->frames.count];
  if (matcher->frames.count == base)
    return;
  OpenRun *outer = &matcher->frames.entries[matcher->frames.count - 1];
  outer->has_link |= frame->has_link;
  if (outer->height < frame->height)
    outer->height = frame->height;
}

/// Pairs the innermost `length` characters of the top frame's run with those at `place`.
static void close_run(Matcher *matcher, SpanKind kind, uint32_t place, uint32_t length,
                      uint32_t base) {
  OpenRun *frame = &matcher->frames.entries[matcher->frames.count - 1];
  frame->count -= length;
  frame->height++;
  if (frame->height <= WIKITEXT_MAX_NESTING) {
    MatchSpan *span = &matcher->spans->entries[--frame->slot];
    span->kind = (uint8_t)kind;
    span->start = frame->start + frame->count;
    span->end = place + length;
    span->has_link = frame->has_link;
  }
  frame->has_link = kind == SPAN_LINK;
  frame->has_pipe = frame->has_equals = false;
  if (frame->count < 2)
    pop_run(matcher, base);
}

/// Length of the run of one character at a place, as far as `most`: runs may be long, and only what
/// is dealt with may be looked at.
static uint32_t run_at(const Matcher *matcher, uint32_t place, uint32_t limit, uint32_t most) {
  uint32_t run = 1;
  while (run < most && place + run < limit && matcher->text[place + run] == matcher->text[place])
    run++;
  return run;
}

/// Gives how many characters are dealt with.
static uint32_t match_close(Matcher *matcher, uint32_t place, uint32_t limit, uint32_t base) {
  const char *text = matcher->text;
  char close = text[place];
  char open = close == '}' ? '{' : '[';
  if (matcher->frames.count == base)
    return run_at(matcher, place, limit, UINT32_MAX);
  const OpenRun *top = &matcher->frames.entries[matcher->frames.count - 1];
  if (top->open == '-') {
    if (close == '}' && place + 1 < limit && text[place + 1] == '-') {
      close_run(matcher, SPAN_VARIANT, place, 2, base);
      return 2;
    }
    return 1;
  }
  if (top->open != open)
    return run_at(matcher, place, limit, UINT32_MAX);
  uint32_t most = close == '}' ? 3 : 2;
  uint32_t length = run_at(matcher, place, limit, top->count < most ? top->count : most);
  if (length < 2)
    return length;
  SpanKind kind = close == ']' ? SPAN_LINK : length == 3 ? SPAN_PARAMETER : SPAN_TEMPLATE;
  close_run(matcher, kind, place, length, base);
  return length;
}

static OpenRun *top_run(const Matcher *matcher, uint32_t base) {
  return matcher->frames.count > base ? &matcher->frames.entries[matcher->frames.count - 1] : NULL;
}

/// Opens the frame of a heading's line. A single `=` may instead end an argument's name.
static void match_line_start(Matcher *matcher, uint32_t place, uint32_t limit, uint32_t base) {
  if (place == limit || matcher->text[place] != '=')
    return;
  const OpenRun *top = top_run(matcher, base);
  bool wants_equals = top && top->open != '[' && top->has_pipe && !top->has_equals;
  if (!wants_equals || run_at(matcher, place, limit, 2) == 2)
    push_run(matcher, '=', place, 1);
}

static void match_range(Matcher *matcher, uint32_t begin, uint32_t end) {
  const char *text = matcher->text;
  uint32_t base = matcher->frames.count;
  match_line_start(matcher, begin, end, base);
  for (uint32_t i = begin; i < end;) {
    char c = text[i];
    OpenRun *top;
    switch (c) {
    case '\n':
      top = top_run(matcher, base);
      if (top && top->open == '=')
        pop_run(matcher, base);
      match_line_start(matcher, ++i, end, base);
      break;
    case '|':
    case '=':
      top = top_run(matcher, base);
      if (top) {
        top->has_pipe |= c == '|';
        top->has_equals = c == '=';
      }
      i++;
      break;
    case '<':
      i = match_angle(matcher, i, end);
      break;
    case '{':
    case '[': {
      uint32_t run = 1;
      while (i + run < end && text[i + run] == c)
        run++;
      if (run >= 2)
        push_run(matcher, c, i, run);
      i += run;
      break;
    }
    case '}':
    case ']':
      i += match_close(matcher, i, end, base);
      break;
    case '-':
      if (i + 2 < end && text[i + 1] == '{' && text[i + 2] != '{') {
        push_run(matcher, '-', i, 2);
        i++;
      }
      i++;
      break;
    default:
      i++;
    }
  }
  matcher->frames.count = base;
}

/// Removes the slots that no pair took and says for each span which is the first behind it.
static void finish_spans(SpanList *spans) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < spans->count; i++)
    if (spans->entries[i].kind != SPAN_NONE)
      spans->entries[count++] = spans->entries[i];
  spans->count = count;
  // `after` serves as the link of a stack of open spans until it is known.
  uint32_t top = UINT32_MAX;
  for (uint32_t i = 0; i <= count; i++) {
    while (top != UINT32_MAX &&
           (i == count || spans->entries[top].end <= spans->entries[i].start)) {
      uint32_t below = spans->entries[top].after;
      spans->entries[top].after = i;
      top = below;
    }
    if (i < count) {
      spans->entries[i].after = top;
      top = i;
    }
  }
}

static void wikitext_match(const char *text, uint32_t size, SpanList *spans) {
  Matcher matcher = {.text = text,
                     .size = size,
                     .spans = spans,
                     .comment_from = UINT32_MAX,
                     .gt_from = UINT32_MAX};
  matcher.end_tags = ts_calloc(EXTENSION_COUNT, sizeof(TagPlaces));
  collect_end_tags(&matcher);
  match_range(&matcher, 0, size);
  finish_spans(spans);
  for (uint32_t i = 0; i < EXTENSION_COUNT; i++)
    ts_free(matcher.end_tags[i].entries);
  ts_free(matcher.end_tags);
  ts_free(matcher.frames.entries);
}

static void span_list_delete(SpanList *spans) {
  ts_free(spans->entries);
  *spans = (SpanList){0};
}
