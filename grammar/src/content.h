// SPDX-License-Identifier: MIT
#ifndef WIKITEXT_CONTENT_H
#define WIKITEXT_CONTENT_H

#include "characters.h"
#include "match.h"
#include "tokens.h"
#include "words.h"

/// The content pass: cuts the text into tokens, given the matched pairs.
static void wikitext_content(const char *text, uint32_t size, const SpanList *spans,
                             WikitextTokenList *tokens);

// The rest is shared by the files of the content pass only.

/// Elements nested deeper than this inside one another are written as unclosed ones.
#define WIKITEXT_MAX_ELEMENT_HEIGHT 256
/// Open constructs beyond which pairs are left as text.
#define WIKITEXT_MAX_OPEN 10000
/// Tables open at a time; a further one is text.
#define WIKITEXT_MAX_TABLES 256
#define NO_FRAME UINT32_MAX

/// A construct that is open. The bounded ones have a known end; the others end where a closer, a
/// line end, a table line or the end of the bounded one around them says so.
typedef enum {
  // bounded
  FRAME_DOCUMENT,
  FRAME_COMPLEX,  ///< a name, target, URL or value that holds other constructs
  FRAME_TEMPLATE, ///< between its arguments; also parser functions and parameters
  FRAME_ARGUMENT, ///< value of a template argument or a parameter's default
  FRAME_LINK,     ///< between its parts; also gallery lines
  FRAME_LINK_TEXT,
  FRAME_EXTERNAL_LINK,
  FRAME_EXTENSION,
  FRAME_VARIANT,
  FRAME_HEADING,
  FRAME_HEADING_TAIL,
  FRAME_ATTRIBUTES,
  // open-ended
  FRAME_ELEMENT,
  FRAME_LIST_ITEM,
  FRAME_TABLE,
  FRAME_ROW,
  FRAME_CELL,
  FRAME_CAPTION,
} FrameKind;

/// What the parts of a FRAME_TEMPLATE or FRAME_LINK are.
typedef enum {
  PART_TEMPLATE,
  PART_PLAIN_FUNCTION, ///< a parser function whose arguments have no names
  PART_PARAMETER,
  PART_WIKILINK,
  PART_FILE, ///< also gallery lines
} PartKind;

/// What is looked for in a bounded frame.
typedef enum {
  MODE_CONTENT,
  MODE_PLAIN,      ///< matched pairs only
  MODE_ATTRIBUTES, ///< attributes of a tag, a table, a row or a cell
  MODE_RAW,        ///< nothing
  MODE_GALLERY,    ///< content, but each line names a file
} Mode;

/// Which line of a table we are on, while its cells may still be split by `||`.
typedef enum { CELL_LINE_NONE, CELL_LINE_DATA, CELL_LINE_HEADER } CellLine;

typedef struct {
  uint8_t kind;      ///< FrameKind
  uint8_t mode;      ///< Mode, of a bounded frame
  bool blocks;       ///< line-start constructs are looked for
  bool line_start;   ///< saved state of the pass, of a bounded frame
  uint8_t cell_line; ///< CellLine, of a cell or caption
  uint8_t variant;   ///< PartKind of a template or link
  uint8_t element;   ///< HTML element
  bool has_term;     ///< list item: a `:` ends the term of `;`
  bool has_name;     ///< argument: the next thing is the `=` after its name
  uint16_t height;   ///< levels of elements inside
  uint32_t end;      ///< bounded: where the content ends
  uint32_t close;    ///< token kind at the end of a bounded frame, or 0
  uint32_t close_length;
  uint32_t
      outer; ///< bounded: the bounded frame around it; element or list item: the open one before
  uint32_t scope;    ///< saved: the innermost frame that end tags can't reach through
  uint32_t table;    ///< saved: the table that table lines belong to
  uint32_t marks;    ///< saved: first apostrophe mark of the line
  uint32_t token;    ///< element, table: the token that opened it
  uint32_t tail_end; ///< heading: where the line ends
} Frame;

/// An apostrophe mark on the current line.
typedef struct {
  uint32_t token;
  uint32_t start; ///< byte offset
  uint32_t chunk; ///< where the text before it begins
} Mark;

typedef struct {
  const char *text;
  const MatchSpan *spans;
  uint32_t span_count;
  WikitextTokenList *tokens;
  struct {
    Frame *entries;
    uint32_t count, capacity;
  } frames;
  struct {
    Mark *entries;
    uint32_t count, capacity;
  } marks;
  uint32_t open_elements[HTML_ELEMENT_COUNT]; ///< innermost open frame of each element, or NO_FRAME
  uint32_t place;                             ///< next byte to look at
  uint32_t text_begin; ///< bytes from here to `place` are text not yet written
  uint32_t next_span;  ///< first span that starts at or after `place`, once span_here() was asked
  uint32_t end;        ///< where the innermost bounded frame ends
  uint32_t bounded;    ///< innermost bounded frame
  uint32_t scope;      ///< innermost frame that end tags can't reach through
  uint32_t table;      ///< table that table lines belong to, or NO_FRAME
  uint32_t open_tables;
  uint32_t mark_begin;    ///< first mark of the current line
  uint32_t chunk;         ///< where the text since the last mark or line start begins
  uint32_t list_item;     ///< the innermost open list item, or NO_FRAME
  uint32_t bracket_frame; ///< in this bounded frame no `]` ends an external link that begins
  uint32_t bracket_from;  ///< at or after this place
  uint32_t bracket_none;  ///< and before this one
  bool line_start;
} Content;

// content.c
static void put(Content *c, enum WikitextToken kind, uint32_t length);
static void flush_text(Content *c);
static Frame *push_frame(Content *c, FrameKind kind);
static Frame *push_bounded(Content *c, FrameKind kind, Mode mode, uint32_t end);
static inline Frame *frame_at(Content *c, uint32_t index) { return &c->frames.entries[index]; }
static inline uint32_t top_frame(const Content *c) { return c->frames.count - 1; }
/// Pops the top frame; `levels` is what it adds to the height of elements.
static void pop_frame(Content *c, uint32_t levels);
/// Pops the table on top.
static void leave_table(Content *c);
/// Closes all frames above one, where nothing in the text closes them.
static void pop_to(Content *c, uint32_t index);
/// Whether line-start constructs are looked for here.
static inline bool blocks_allowed(Content *c) { return frame_at(c, top_frame(c))->blocks; }

// spans.c
/// The matched pair that starts here, or null.
static const MatchSpan *span_here(Content *c);
/// Index of the first span that starts at or after a place that is not before `place`.
static uint32_t span_index(Content *c, uint32_t place);
/// Whether no pair starts between `place` and `end`.
static bool is_plain(Content *c, uint32_t end);
/// The first of up to two characters on this level, from a place on; `end` if there is none.
static uint32_t find_on_level(Content *c, uint32_t from, uint32_t end, char wanted, char or_else);
/// Takes the pair that starts here. False if it is not one after all (a link without a target).
static bool enter_span(Content *c, const MatchSpan *span);
/// Goes on after a template's or link's part has ended.
static void continue_template(Content *c);
static void continue_link(Content *c);
static void open_gallery_line(Content *c, uint32_t line_end);
/// Writes bytes up to `end` as one token, or as a complex node if pairs start among them.
static void put_name(Content *c, enum WikitextToken kind, uint32_t end);

// inline.c
static void scan_content(Content *c);
static void end_line_marks(Content *c);

// urls.c
/// Whether URLs in the text here are links: not inside a link's text.
static bool urls_allowed(Content *c);
/// Takes a URL whose protocol ends before the colon that stands here.
static bool scan_url(Content *c);
/// Takes what begins with the bracket that stands here: a link of either kind, or text.
static void scan_open_bracket(Content *c);

// tags.c
static bool scan_tag(Content *c);
static void scan_attributes(Content *c);
/// Frame of the innermost open element with a role that end tags here can reach, or -1.
static int64_t open_with_role(const Content *c, HtmlRole role);
/// Pops the element on top, which no end tag closes.
static void leave_element(Content *c);

// blocks.c
/// Looks for a line-start construct; true if one was taken.
static bool scan_line_start(Content *c);
static bool scan_gallery_line(Content *c);
/// Length of a cell's delimiter inside a line (`||`, `!!`), or 0.
static uint32_t cell_separator(Content *c, uint32_t place);
/// Opens the next cell of the line after a delimiter of so many bytes.
static void open_next_cell(Content *c, uint32_t delimiter);
/// The kind of line that can be split into cells here.
static CellLine cell_line(Content *c);

/// Writes a token that begins here; what comes after is no longer at the line's start.
static inline void put_inline(Content *c, enum WikitextToken kind, uint32_t length) {
  put(c, kind, length);
  c->line_start = false;
}

#endif
