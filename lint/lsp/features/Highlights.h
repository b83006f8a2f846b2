// SPDX-License-Identifier: MIT
#pragma once

#include "lint/syntax/NodeKind.h"

#include <optional>
#include <span>
#include <string_view>

namespace wikivet::lsp {

/// A pattern of grammar/queries/highlights.scm: a kind of node, perhaps only as a child of another
/// kind, and what it is captured as. A test compares the table with the file; punctuation, which
/// has no named nodes, is left to the editor.
struct Highlight {
  std::optional<NodeKind> parent;
  NodeKind kind;
  std::string_view capture;
};

/// In the order of the file: where two fit, the later counts.
std::span<const Highlight> highlights();

/// The kinds of nodes that fold, as in grammar/queries/folds.scm, with which a test compares them.
std::span<const NodeKind> foldedKinds();

} // namespace wikivet::lsp
