// SPDX-License-Identifier: MIT
#include "lint/engine/Linter.h"

#include "lint/engine/Fingerprint.h"
#include "lint/engine/RuleRun.h"
#include "lint/engine/Suppressions.h"
#include "lint/engine/Walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace wikivet {

bool isMeantFor(const RuleSpec &spec, const Source &source, const Wiki &wiki) {
  auto isWiki = [&](const std::string &name) { return name == wiki.id || name == wiki.language; };
  if (!spec.wikis.empty() && !std::ranges::any_of(spec.wikis, isWiki))
    return false;
  return spec.namespaces.empty() || source.title().empty() ||
         std::ranges::find(spec.namespaces, wiki.namespaceOf(source.title())) !=
             spec.namespaces.end();
}

/// Removes the findings of rules that yield to others which report the same place.
static void dropYielding(const std::vector<RuleRun> &runs, std::vector<Diagnostic> &diagnostics) {
  for (const RuleRun &run : runs) {
    const std::vector<std::string> &others = run.spec().yieldsTo;
    if (others.empty())
      continue;
    std::set<std::pair<uint32_t, uint32_t>> places;
    for (const Diagnostic &diagnostic : diagnostics)
      if (std::ranges::find(others, diagnostic.rule) != others.end())
        places.emplace(diagnostic.span.begin, diagnostic.span.end);
    std::erase_if(diagnostics, [&](const Diagnostic &diagnostic) {
      return diagnostic.rule == run.spec().name &&
             places.contains({diagnostic.span.begin, diagnostic.span.end});
    });
  }
}

static std::vector<Diagnostic> lint(const Document &document, const Ruleset &ruleset,
                                    RuleStatistics *statistics, const std::stop_token &stop) {
  const Source &source = document.source();
  std::vector<Diagnostic> diagnostics;
  std::vector<RuleRun> runs;
  runs.reserve(ruleset.rules().size());
  for (const EnabledRule &rule : ruleset.rules())
    if (isMeantFor(*rule.spec, source, ruleset.wiki()))
      runs.emplace_back(rule, document, ruleset.today(), diagnostics);
  visitNodes(document, runs, statistics != nullptr, stop);
  for (RuleRun &run : runs) {
    if (stop.stop_requested())
      return {};
    run.finish();
  }

  std::vector<Suppression> suppressions = findSuppressions(document, ruleset);
  applySuppressions(suppressions, diagnostics);
  dropYielding(runs, diagnostics);
  for (RuleRun &run : runs) {
    if (!suppressions.empty())
      run.review(suppressions);
    if (!run.failure().empty())
      diagnostics.push_back({.rule = std::string(ruleFailureId),
                             .severity = Severity::Warning,
                             .span = {.begin = 0, .end = 0},
                             .message = fmt::format("the rule '{}' was stopped on this page: {}",
                                                    run.spec().name, run.failure()),
                             .related = {},
                             .fixes = {},
                             .fingerprint = {}});
    if (statistics)
      (*statistics)[run.spec().name] += {.time = run.time(), .comparisons = run.comparisons()};
  }
  std::ranges::sort(diagnostics, reportsBefore);
  auto repeated = std::ranges::unique(diagnostics);
  diagnostics.erase(repeated.begin(), repeated.end());
  setFingerprints(document, diagnostics);
  return diagnostics;
}

std::vector<Diagnostic> lint(const Source &source, const Ruleset &ruleset,
                             RuleStatistics *statistics) {
  return lint(Document(source, ruleset.wiki()), ruleset, statistics, {});
}

std::vector<Diagnostic> lint(const Document &document, const Ruleset &ruleset,
                             const std::stop_token &stop) {
  return lint(document, ruleset, nullptr, stop);
}

} // namespace wikivet
