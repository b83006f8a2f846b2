// SPDX-License-Identifier: MIT
#include "lint/lsp/Client.h"

#include "lint/lsp/Positions.h"
#include "lint/lsp/features/Features.h"

#include <algorithm>

namespace wikivet::lsp {

static bool holds(const Json &list, std::string_view word) {
  return list.is_array() && std::ranges::find(list, Json(word)) != list.end();
}

Client Client::of(const Json &capabilities) {
  const Json &text = memberOf(capabilities, "textDocument");
  const Json &workspace = memberOf(capabilities, "workspace");
  const Json &publish = memberOf(text, "publishDiagnostics");
  const Json &pull = memberOf(text, "diagnostic");
  Client client;
  client.unit = negotiatedUnit(capabilities);
  client.pullsDiagnostics = pull.is_object();
  client.refreshesDiagnostics = isTrue(workspace, "diagnostics", "refreshSupport") ||
                                isTrue(workspace, "diagnostic", "refreshSupport");
  // Those of `diagnostic` came with 3.18; before, those of `publishDiagnostics` hold for both.
  for (const Json *about : {&publish, &pull}) {
    client.showsRelated = client.showsRelated || isTrue(*about, "relatedInformation");
    client.showsTags = client.showsTags || memberOf(*about, "tagSupport").is_object();
    client.showsCodeDescription =
        client.showsCodeDescription || isTrue(*about, "codeDescriptionSupport");
  }
  client.resolvesEdits =
      holds(memberOf(text, "codeAction", "resolveSupport", "properties"), "edit") &&
      isTrue(text, "codeAction", "dataSupport");
  client.takesDocumentChanges = isTrue(workspace, "workspaceEdit", "documentChanges");
  client.showsSymbolTree = isTrue(text, "documentSymbol", "hierarchicalDocumentSymbolSupport");
  client.showsMarkdown = holds(memberOf(text, "hover", "contentFormat"), "markdown");
  client.givesConfiguration = isTrue(workspace, "configuration");
  client.registersConfiguration =
      isTrue(workspace, "didChangeConfiguration", "dynamicRegistration");
  client.watchesFiles = isTrue(workspace, "didChangeWatchedFiles", "dynamicRegistration");
  if (const Json &limit = memberOf(text, "foldingRange", "rangeLimit"); limit.is_number_unsigned())
    client.mostFoldings =
        static_cast<uint32_t>(std::min<uint64_t>(limit.get<uint64_t>(), UINT32_MAX));
  return client;
}

Json serverCapabilities(const Client &client, bool workspaceDiagnostics) {
  constexpr int incremental = 2;
  Json capabilities = {
      {"positionEncoding", encodingName(client.unit)},
      {"textDocumentSync",
       {{"openClose", true},
        {"change", incremental},
        {"willSaveWaitUntil", true},
        {"save", {{"includeText", false}}}}},
      {"codeActionProvider",
       {{"codeActionKinds", {"quickfix", fixAllKind}}, {"resolveProvider", client.resolvesEdits}}},
      {"hoverProvider", true},
      {"documentSymbolProvider", true},
      {"foldingRangeProvider", true},
      {"selectionRangeProvider", true},
      {"documentLinkProvider", {{"resolveProvider", false}}},
      {"documentHighlightProvider", true},
      {"definitionProvider", true},
      {"referencesProvider", true},
      {"renameProvider", {{"prepareProvider", true}}},
      {"completionProvider", {{"triggerCharacters", {"\"", "=", "|", "#", "{"}}}},
      {"semanticTokensProvider",
       {{"legend", semanticTokensLegend()}, {"full", true}, {"range", true}}},
      {"executeCommandProvider", {{"commands", {fixAllCommand, lintWorkspaceCommand}}}},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", false}}}}},
  };
  if (client.pullsDiagnostics)
    capabilities["diagnosticProvider"] = {{"identifier", "wikivet"},
                                          {"interFileDependencies", false},
                                          {"workspaceDiagnostics", workspaceDiagnostics}};
  return capabilities;
}

} // namespace wikivet::lsp
