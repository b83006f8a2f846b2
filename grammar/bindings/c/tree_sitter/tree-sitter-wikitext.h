// SPDX-License-Identifier: MIT
#ifndef TREE_SITTER_WIKITEXT_H_
#define TREE_SITTER_WIKITEXT_H_

typedef struct TSLanguage TSLanguage;

#ifdef __cplusplus
extern "C" {
#endif

const TSLanguage *tree_sitter_wikitext(void);

#ifdef __cplusplus
}
#endif

#endif
