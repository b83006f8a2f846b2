// SPDX-License-Identifier: MIT
#include "lint/engine/Linter.h"

#include "lint/engine/Fingerprint.h"
#include "lint/engine/RuleRun.h"
#include "lint/engine/Suppressions.h"
#include "lint/engine/Walk.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
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

namespace {

/// Rules that run on one thread, and what they find.
struct Part {
  std::vector<RuleRun> runs;
  std::vector<Diagnostic> found;

  /// All that rules do before they know what is silenced.
  void run(const Document &document, bool timed, const std::stop_token &stop) {
    visitNodes(document, runs, timed, stop);
    for (RuleRun &run : runs) {
      if (stop.stop_requested())
        return;
      run.finish();
    }
  }
};

/// The rules for a page, in one part, or in several if the page is so long that threads pay.
std::vector<Part> partsFor(const Document &document, const Ruleset &ruleset, bool timed) {
  constexpr size_t longPage = 100'000;
  constexpr size_t most = 8;
  const Source &source = document.source();
  std::vector<Part> parts(source.text().size() < longPage || timed ? 1 : most);
  size_t next = 0;
  for (const EnabledRule &rule : ruleset.rules())
    if (isMeantFor(*rule.spec, source, ruleset.wiki())) {
      Part &part = parts[next++ % parts.size()];
      part.runs.emplace_back(rule, document, ruleset.today(), part.found);
    }
  return parts;
}

} // namespace

/// Removes the findings of rules that yield to others which report the same place.
static void dropYielding(const Ruleset &ruleset, std::vector<Diagnostic> &diagnostics) {
  for (const EnabledRule &rule : ruleset.rules()) {
    const std::vector<std::string> &others = rule.spec->yieldsTo;
    if (others.empty())
      continue;
    std::set<std::pair<uint32_t, uint32_t>> places;
    for (const Diagnostic &diagnostic : diagnostics)
      if (std::ranges::find(others, diagnostic.rule) != others.end())
        places.emplace(diagnostic.span.begin, diagnostic.span.end);
    std::erase_if(diagnostics, [&](const Diagnostic &diagnostic) {
      return diagnostic.rule == rule.spec->name &&
             places.contains({diagnostic.span.begin, diagnostic.span.end});
    });
  }
}

static std::vector<Diagnostic> lint(const Document &document, const Ruleset &ruleset,
                                    RuleStatistics *statistics, const std::stop_token &stop) {
  bool timed = statistics != nullptr;
  std::vector<Part> parts = partsFor(document, ruleset, timed);
  if (parts.size() == 1)
    parts.front().run(document, timed, stop);
  else
    tbb::parallel_for(size_t{0}, parts.size(),
                      [&](size_t i) { parts[i].run(document, timed, stop); });
  if (stop.stop_requested())
    return {};
  std::vector<Diagnostic> diagnostics;
  for (Part &part : parts)
    std::ranges::move(part.found, std::back_inserter(diagnostics));

  std::vector<Suppression> suppressions = findSuppressions(document, ruleset);
  applySuppressions(suppressions, diagnostics);
  dropYielding(ruleset, diagnostics);
  for (Part &part : parts) {
    part.found.clear();
    for (RuleRun &run : part.runs) {
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
    std::ranges::move(part.found, std::back_inserter(diagnostics));
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
