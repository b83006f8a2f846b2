// SPDX-License-Identifier: MIT
#pragma once

#include "lint/lsp/Protocol.h"
#include "lint/support/LineIndex.h"
#include "lint/support/Source.h"

#include <string>

namespace wikivet::lsp {

/// A document's text after the changes of `textDocument/didChange`, each of which counts in the
/// text that the one before it left. Throws Json::exception if they are none.
std::string withChanges(const Source &source, const Json &contentChanges, ColumnUnit unit);

} // namespace wikivet::lsp
