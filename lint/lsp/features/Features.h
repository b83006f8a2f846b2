// SPDX-License-Identifier: MIT
#pragma once

#include "lint/lsp/Analysis.h"
#include "lint/lsp/Client.h"
#include "lint/lsp/Positions.h"
#include "lint/lsp/Protocol.h"
#include "lint/lsp/Settings.h"

#include <span>
#include <stop_token>
#include <string_view>

namespace wikivet::lsp {

inline constexpr std::string_view fixAllKind = "source.fixAll.wikivet";
inline constexpr std::string_view fixAllCommand = "wikivet.fixAll";
inline constexpr std::string_view lintWorkspaceCommand = "wikivet.lintWorkspace";

/// What a request about a document is answered from.
struct Inquiry {
  Analysis &page;
  const Client &client;
  const Settings &settings;
  const Json &params;
  const std::stop_token &stop;

  Positions positions() const { return {page.source().lines(), client.unit}; }
  /// The byte offset of `params.position`.
  uint32_t offset() const { return positions().offset(params.at("position")); }
};

/// Answers a request about a document. May throw Json::exception if the parameters are not those of
/// the protocol.
using Feature = Answer (*)(const Inquiry &);

// One for each request; each file of this folder has some.
Answer answerCodeActions(const Inquiry &inquiry);
Answer resolveCodeAction(const Inquiry &inquiry);
Answer answerSaveFixes(const Inquiry &inquiry);
Answer answerCompletion(const Inquiry &inquiry);
Answer answerDefinition(const Inquiry &inquiry);
Answer answerDiagnostics(const Inquiry &inquiry);
Answer answerFolding(const Inquiry &inquiry);
Answer answerHighlights(const Inquiry &inquiry);
Answer answerHover(const Inquiry &inquiry);
Answer answerLinks(const Inquiry &inquiry);
Answer answerReferences(const Inquiry &inquiry);
Answer prepareRename(const Inquiry &inquiry);
Answer answerRename(const Inquiry &inquiry);
Answer answerSelectionRanges(const Inquiry &inquiry);
Answer answerSemanticTokens(const Inquiry &inquiry);
Answer answerSymbols(const Inquiry &inquiry);

/// What is found in a page as the protocol's list of `Diagnostic`; null if the run was stopped.
Json diagnosticsOf(Analysis &page, const Client &client, const Settings &settings,
                   const std::stop_token &stop);
/// What will probably be found in a long page, at once; null if there is nothing to go by, or if
/// looking at the page takes no longer.
Json previewOf(const Analyses &analyses, const Analysis &page, const Client &client,
               const Settings &settings);
/// One finding.
Json diagnosticJson(const Diagnostic &diagnostic, const Snapshot &snapshot, const Client &client,
                    const Settings &settings);

/// A `WorkspaceEdit` of one document.
Json workspaceEdit(const Snapshot &snapshot, const Client &client, Json textEdits);
/// All safe fixes as a list of `TextEdit`, empty if there is nothing to mend. Runs the page anew
/// after each round of fixes.
Json safeFixes(Analysis &page, const Client &client);

/// Types and modifiers of semantic tokens, in the order of their numbers.
Json semanticTokensLegend();

} // namespace wikivet::lsp
