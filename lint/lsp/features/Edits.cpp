// SPDX-License-Identifier: MIT
#include "lint/engine/Fixes.h"
#include "lint/lsp/features/Features.h"
#include "lint/support/TextDiff.h"

namespace wikivet::lsp {

Json workspaceEdit(const Snapshot &snapshot, const Client &client, Json textEdits) {
  if (client.takesDocumentChanges)
    return {{"documentChanges",
             {{{"textDocument", {{"uri", snapshot.uri}, {"version", snapshot.version}}},
               {"edits", std::move(textEdits)}}}}};
  return {{"changes", {{snapshot.uri, std::move(textEdits)}}}};
}

Json safeFixes(Analysis &page, const Client &client) {
  Json edits = Json::array();
  if (!page.ruleset())
    return edits;
  FixResult result = applyFixes(page.source(), *page.ruleset(), {});
  Positions positions(page.source().lines(), client.unit);
  std::string_view after = result.text;
  for (const Replacement &change : changedWords(page.source().text(), after))
    edits.push_back({{"range", positions.range(change.before)},
                     {"newText", after.substr(change.after.begin, change.after.size())}});
  return edits;
}

Answer answerSaveFixes(const Inquiry &inquiry) {
  if (!inquiry.settings.fixOnSave)
    return nullptr;
  return safeFixes(inquiry.page, inquiry.client);
}

} // namespace wikivet::lsp
