// SPDX-License-Identifier: MIT
#ifndef WIKITEXT_MATCH_H
#define WIKITEXT_MATCH_H

#include <stdbool.h>
#include <stdint.h>

/// What MediaWiki's preprocessor pairs or hides.
typedef enum {
  SPAN_NONE,
  SPAN_COMMENT,
  SPAN_UNCLOSED_COMMENT,
  SPAN_INCLUDE_TAG,
  SPAN_EXTENSION,
  SPAN_EMPTY_EXTENSION,
  SPAN_UNCLOSED_EXTENSION,
  SPAN_TEMPLATE,
  SPAN_PARAMETER,
  SPAN_LINK,
  SPAN_VARIANT,
} SpanKind;

/// A paired construct. Spans nest; all offsets are bytes.
typedef struct {
  uint32_t start;
  uint32_t end;
  uint32_t open_end; ///< extension: end of the start tag
  uint32_t close;    ///< extension: start of the end tag
  uint32_t after;    ///< index of the first span that starts at or after `end`
  uint8_t kind;      ///< SpanKind
  uint8_t extension; ///< extension: index into wikitext_extensions
  bool has_link;     ///< link: another link lies directly inside
} MatchSpan;

typedef struct {
  MatchSpan *entries; ///< ordered by start
  uint32_t count;
  uint32_t capacity;
} SpanList;

/// Pairs braces, brackets and tags of the whole text as MediaWiki's preprocessor does.
/// Nesting of pairs deeper than WIKITEXT_MAX_NESTING stays unpaired.
static void wikitext_match(const char *text, uint32_t size, SpanList *spans);

static void span_list_delete(SpanList *spans);

/// Levels of templates, parameters and links inside each other that are told apart; MediaWiki's own
/// limits ($wgMaxPPExpandDepth) are lower.
#define WIKITEXT_MAX_NESTING 256

#endif
