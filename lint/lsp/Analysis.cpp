// SPDX-License-Identifier: MIT
#include "lint/lsp/Analysis.h"

#include "lint/config/Wikis.h"
#include "lint/engine/Linter.h"
#include "lint/support/Uri.h"

namespace wikivet::lsp {

Analysis::Analysis(SnapshotPtr snapshot, ProjectPtr project)
    : version(std::move(snapshot)), rules(std::move(project)) {
  if (rules)
    chosen = &rules->setup.rules->of(source());
  else
    wiki = anyWiki();
}

const Document &Analysis::document() const {
  if (!page)
    page = std::make_unique<const Document>(source(), chosen ? chosen->wiki() : *wiki);
  return *page;
}

const std::vector<Diagnostic> *Analysis::findings(const std::stop_token &stop) {
  if (found)
    return &*found;
  std::vector<Diagnostic> diagnostics;
  if (chosen)
    diagnostics = lint(document(), *chosen, stop);
  if (stop.stop_requested())
    return nullptr;
  std::erase_if(diagnostics, [&](const Diagnostic &diagnostic) {
    return rules->known.contains(diagnostic.fingerprint);
  });
  return &found.emplace(std::move(diagnostics));
}

Analysis &Analyses::of(const SnapshotPtr &snapshot, const SetupOptions &options) {
  ProjectPtr project = projects->of(pathOfUri(snapshot->uri).value_or(""), options);
  std::unique_ptr<Analysis> &analysis = made[snapshot->uri];
  if (!analysis || analysis->version->serial != snapshot->serial || analysis->rules != project) {
    if (analysis)
      if (auto &known = analysis->found)
        past[snapshot->uri] = {.snapshot = analysis->version,
                               .project = analysis->rules,
                               .findings = std::move(*known)};
    analysis = std::make_unique<Analysis>(snapshot, std::move(project));
  }
  return *analysis;
}

const PastFindings *Analyses::before(const Analysis &analysis) const {
  auto found = past.find(analysis.snapshot().uri);
  return found != past.end() && found->second.project.get() == analysis.project() ? &found->second
                                                                                  : nullptr;
}

void Analyses::forget(const std::string &uri) {
  made.erase(uri);
  past.erase(uri);
}

} // namespace wikivet::lsp
