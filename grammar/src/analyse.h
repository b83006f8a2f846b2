// SPDX-License-Identifier: MIT
#ifndef WIKITEXT_ANALYSE_H
#define WIKITEXT_ANALYSE_H

#include "tokens.h"

/// Cuts `size` bytes of wikitext into tokens that cover every byte and whose brackets nest.
/// Any bytes are accepted. Appends to `tokens`; linear in `size`.
static void wikitext_analyse(const char *text, uint32_t size, WikitextTokenList *tokens);

#endif
