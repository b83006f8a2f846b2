// SPDX-License-Identifier: MIT
#ifndef WIKITEXT_WORDS_H
#define WIKITEXT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

/// How the body of an extension tag is read.
typedef enum {
  BODY_RAW,      ///< not wikitext
  BODY_WIKITEXT, ///< parsed by itself
  BODY_GALLERY,  ///< a file a line
  BODY_INCLUDE,  ///< <noinclude> and its kin: only the tags matter
} ExtensionBody;

typedef struct {
  const char *name;
  ExtensionBody body;
} Extension;

#define EXTENSION_COUNT 35
static const Extension wikitext_extensions[EXTENSION_COUNT];

/// Index of an extension tag's name (any case), or -1.
static int wikitext_find_extension(const char *name, uint32_t length);

enum {
  HTML_VOID = 1,         ///< has no content and no end tag
  HTML_OPTIONAL_END = 2, ///< HTML lets the end tag out
  // Of BlockLevelPass: what a line holds or is inside of decides whether a blank before it counts.
  HTML_NO_INDENT = 4, ///< inside, and on a line with a tag of it, no line is preformatted
  HTML_INDENT = 8,    ///< inside, lines are preformatted again; not on a line with a tag of it
};

/// HTML elements that need to be known by name.
typedef enum {
  HTML_OTHER,
  HTML_TABLE,
  HTML_TR,
  HTML_TD,
  HTML_TH,
  HTML_UL,
  HTML_OL,
  HTML_LI,
  HTML_DL,
  HTML_DT,
  HTML_DD,
  HTML_P
} HtmlRole;

typedef struct {
  const char *name;
  uint8_t flags;
  uint8_t role;
} HtmlElement;

#define HTML_ELEMENT_COUNT 60
static const HtmlElement wikitext_html_elements[HTML_ELEMENT_COUNT];

/// Index of an HTML element's name (any case) that MediaWiki lets through, or -1.
static int wikitext_find_html_element(const char *name, uint32_t length);

/// Length of the URL protocol at the start of the text, its colon and slashes included, or 0.
/// `bracketed`: also protocol-relative `//`, as allowed in `[//example.org]`.
static uint32_t wikitext_protocol_length(const char *text, uint32_t size, bool bracketed);

/// Length of the protocol that ends just before the colon at `text + colon`, or 0; `floor` bounds
/// the look back.
static uint32_t wikitext_protocol_before(const char *text, uint32_t colon, uint32_t floor);

/// Length of a modifier such as `subst:` at the start of the text, or 0.
static uint32_t wikitext_modifier_length(const char *text, uint32_t size);

typedef enum { FUNCTION_NONE, FUNCTION_PLAIN, FUNCTION_NAMED } FunctionKind;

/// Whether `{{name:` calls a parser function, and whether its later arguments may have names.
static FunctionKind wikitext_function_kind(const char *name, uint32_t length);

/// Whether `{{name}}` is a variable such as PAGENAME.
static bool wikitext_is_variable(const char *name, uint32_t length);

/// Whether a name between double underscores is a behavior switch.
static bool wikitext_is_behavior_switch(const char *name, uint32_t length);

/// Whether `&name;` is a named character reference of HTML. Case counts.
static bool wikitext_is_entity(const char *name, uint32_t length);

/// Length of a redirect keyword such as `#REDIRECT` at the start of the text, or 0.
static uint32_t wikitext_redirect_length(const char *text, uint32_t size);

/// Whether a namespace name (any case, underscores or blanks) is that of files.
static bool wikitext_is_file_namespace(const char *name, uint32_t length);

typedef enum {
  OPTION_NONE,
  OPTION_FORMAT,    ///< thumb, frame, frameless, border
  OPTION_SIZE,      ///< 120px
  OPTION_UPRIGHT,   ///< upright=0.8
  OPTION_ALIGNMENT, ///< left, top …
  OPTION_LINK,
  OPTION_ALT,
  OPTION_CLASS,
  OPTION_LANG,
  OPTION_PAGE,
  OPTION_MEDIA, ///< of audio and video: start, thumbtime …
} FileOptionKind;

typedef struct {
  const char *word; ///< up to where a value begins
  FileOptionKind kind;
} FileOptionWord;

/// What a trimmed piece of a file link between pipes is; OPTION_NONE for the caption.
static FileOptionKind wikitext_file_option_kind(const char *option, uint32_t length);

#endif
