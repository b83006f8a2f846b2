// SPDX-License-Identifier: MIT
#ifndef WIKITEXT_MEMORY_H
#define WIKITEXT_MEMORY_H

#include "tree_sitter/alloc.h"

#include <stdint.h>

/// Makes room for one more element in a growing array with members `entries`, `count` and
/// `capacity`. Out of memory ends the program, as in tree-sitter itself.
#define GROW(array)                                                                                \
  do {                                                                                             \
    if ((array)->count == (array)->capacity) {                                                     \
      (array)->capacity = (array)->capacity ? (array)->capacity * 2 : 16;                          \
      (array)->entries =                                                                           \
          ts_realloc((array)->entries, (size_t)(array)->capacity * sizeof(*(array)->entries));     \
    }                                                                                              \
  } while (0)

#endif
