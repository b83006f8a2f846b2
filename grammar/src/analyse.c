// SPDX-License-Identifier: MIT
#include "analyse.h"

#include "content.h"
#include "match.h"

static void wikitext_analyse(const char *text, uint32_t size, WikitextTokenList *tokens) {
  SpanList spans = {0};
  wikitext_match(text, size, &spans);
  wikitext_content(text, size, &spans, tokens);
  span_list_delete(&spans);
}
