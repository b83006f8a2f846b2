// SPDX-License-Identifier: MIT
#pragma once

#include "lint/lsp/Protocol.h"
#include "lint/support/LineIndex.h"

#include <cstdint>

namespace wikivet::lsp {

/// What the client said of itself in `initialize`.
struct Client {
  ColumnUnit unit = ColumnUnit::Utf16;
  bool pullsDiagnostics = false;
  bool refreshesDiagnostics = false;
  bool showsRelated = false;
  bool showsTags = false;
  bool showsCodeDescription = false;
  bool resolvesEdits = false; ///< of code actions
  bool takesDocumentChanges = false;
  bool showsSymbolTree = false;
  bool showsMarkdown = false; ///< in a hover
  bool givesConfiguration = false;
  bool registersConfiguration = false;
  bool watchesFiles = false;
  uint32_t mostFoldings = UINT32_MAX;

  /// `capabilities` may lack anything.
  static Client of(const Json &capabilities);
};

/// What the server offers this client.
Json serverCapabilities(const Client &client, bool workspaceDiagnostics);

} // namespace wikivet::lsp
