// SPDX-License-Identifier: MIT
#pragma once

#include "lint/syntax/Tree.h"

namespace wikivet {

/// The address (a node of kind `url`) that a mark such as {{dead link}} itself gives, as in
/// `{{Enlace roto|1=http://…}}`, or null.
Node linkInside(Node mark);

/// The nearest address before a mark in the same reference, list item, cell or paragraph, or null.
Node linkBefore(Node mark);

/// The address to which a mark belongs: the one inside, else the one before, or null.
Node linkOfMark(Node mark);

/// The template call that gives an address and does not hold the mark, or null.
Node citationOf(Node url, Node mark);

} // namespace wikivet
