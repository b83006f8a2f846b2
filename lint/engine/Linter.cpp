// SPDX-License-Identifier: MIT
#include "lint/engine/Linter.h"

#include "lint/engine/Fingerprint.h"
#include "lint/engine/Suppressions.h"

#include <algorithm>
#include <array>

namespace wikivet {

namespace {

/// A rule at work on one document.
struct Run {
  std::unique_ptr<Check> check;
  CheckContext context;
};

} // namespace

/// Whether a rule says that it is for the wiki and the namespace of a page. What is not known of a
/// page excludes no namespace, but a rule of one wiki needs that wiki.
static bool isMeantFor(const RuleSpec &spec, const Source &source, const Wiki &wiki) {
  auto isWiki = [&](const std::string &name) { return name == wiki.id || name == wiki.language; };
  if (!spec.wikis.empty() && !std::ranges::any_of(spec.wikis, isWiki))
    return false;
  return spec.namespaces.empty() || source.title().empty() ||
         std::ranges::find(spec.namespaces, wiki.namespaceOf(source.title())) !=
             spec.namespaces.end();
}

std::vector<Diagnostic> lint(const Source &source, const Ruleset &ruleset) {
  Document document(source, ruleset.wiki());
  std::vector<Diagnostic> diagnostics;
  std::vector<Run> runs;
  runs.reserve(ruleset.rules().size());
  std::array<std::vector<Run *>, nodeKindCount> byKind;
  for (const EnabledRule &rule : ruleset.rules()) {
    if (!isMeantFor(*rule.spec, source, ruleset.wiki()))
      continue;
    runs.push_back({rule.factory(*rule.spec, rule.options),
                    CheckContext(document, *rule.spec, rule.severity, diagnostics)});
    KindSet interests = runs.back().check->interests();
    if (interests.empty())
      continue;
    for (size_t kind = 0; kind < nodeKindCount; ++kind)
      if (interests.contains(static_cast<NodeKind>(kind)))
        byKind[kind].push_back(&runs.back());
  }
  const Tree &tree = document.tree();
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    for (Run *run : byKind[static_cast<size_t>(node.kind())])
      run->check->visit(node, run->context);
  }
  for (Run &run : runs)
    run.check->finish(run.context);

  std::vector<Suppression> suppressions = findSuppressions(document, ruleset);
  applySuppressions(suppressions, ruleset.registry(), diagnostics);
  if (!suppressions.empty())
    for (Run &run : runs)
      run.check->review(suppressions, run.context);

  std::ranges::sort(diagnostics, reportsBefore);
  auto repeated = std::ranges::unique(diagnostics);
  diagnostics.erase(repeated.begin(), repeated.end());
  setFingerprints(document, diagnostics);
  return diagnostics;
}

} // namespace wikivet
