// SPDX-License-Identifier: MIT
#include "lint/engine/Linter.h"

#include "lint/engine/Fingerprint.h"
#include "lint/engine/RuleRun.h"
#include "lint/engine/Suppressions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wikivet {

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

namespace {

using Clock = RuleRun::Clock;

/// Looking at the clock costs more than most visits: until a page has taken this long, nobody looks
/// which rule it is.
constexpr auto patience = std::chrono::seconds(2);
/// After that, what one rule may take.
constexpr auto ruleBudget = std::chrono::seconds(2);
constexpr uint32_t nodesBetweenLooks = 4096;

class Walk {
public:
  Walk(const Document &document, std::vector<RuleRun> &runs, bool timed)
      : tree(&document.tree()), timed(timed) {
    for (RuleRun &run : runs) {
      KindSet interests = run.interests();
      if (interests.empty())
        continue;
      for (size_t kind = 0; kind < nodeKindCount; ++kind)
        if (interests.contains(static_cast<NodeKind>(kind)))
          byKind[kind].push_back(&run);
    }
  }

  void run(const std::stop_token &stop) {
    Clock::time_point start = Clock::now();
    for (uint32_t i = 0; i < tree->size(); ++i) {
      Node node = tree->node(i);
      const std::vector<RuleRun *> &interested = byKind[static_cast<size_t>(node.kind())];
      if (!timed) {
        for (RuleRun *run : interested)
          run->visit(node);
      } else {
        for (RuleRun *run : interested)
          visitTimed(*run, node);
      }
      if (i % nodesBetweenLooks != 0)
        continue;
      if (stop.stop_requested())
        return;
      timed = timed || Clock::now() - start > patience;
    }
  }

private:
  static void visitTimed(RuleRun &run, Node node) {
    run.visitTimed(node);
    if (run.time() > ruleBudget && run.failure().empty())
      run.stop("it takes too long on this page");
  }

  const Tree *tree;
  bool timed;
  std::array<std::vector<RuleRun *>, nodeKindCount> byKind;
};

} // namespace

static std::vector<Diagnostic> lint(const Document &document, const Ruleset &ruleset,
                                    RuleStatistics *statistics, const std::stop_token &stop) {
  const Source &source = document.source();
  std::vector<Diagnostic> diagnostics;
  std::vector<RuleRun> runs;
  runs.reserve(ruleset.rules().size());
  for (const EnabledRule &rule : ruleset.rules())
    if (isMeantFor(*rule.spec, source, ruleset.wiki()))
      runs.emplace_back(rule, document, ruleset.today(), diagnostics);
  Walk(document, runs, statistics != nullptr).run(stop);
  for (RuleRun &run : runs) {
    if (stop.stop_requested())
      return {};
    run.finish();
  }

  std::vector<Suppression> suppressions = findSuppressions(document, ruleset);
  applySuppressions(suppressions, diagnostics);
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
