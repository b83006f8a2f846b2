// SPDX-License-Identifier: MIT
#include "lint/engine/Linter.h"

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

std::vector<Diagnostic> lint(const Source &source, const Ruleset &ruleset) {
  Document document(source);
  std::vector<Diagnostic> diagnostics;
  std::vector<Run> runs;
  runs.reserve(ruleset.rules().size());
  std::array<std::vector<Run *>, nodeKindCount> byKind;
  for (const EnabledRule &rule : ruleset.rules()) {
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

  std::ranges::sort(diagnostics, reportsBefore);
  auto repeated = std::ranges::unique(diagnostics);
  diagnostics.erase(repeated.begin(), repeated.end());
  return diagnostics;
}

} // namespace wikivet
