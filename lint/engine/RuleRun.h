// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Ruleset.h"
#include "lint/rule/Check.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace wikivet {

/// A rule at work on one document: keeps what it throws from the others, and its time if asked.
class RuleRun {
public:
  using Clock = std::chrono::steady_clock;

  RuleRun(const EnabledRule &rule, const Document &document, std::chrono::year_month_day today,
          std::vector<Diagnostic> &sink)
      : rule(&rule), check(rule.factory(*rule.spec, rule.options)),
        context(document, *rule.spec, rule.severity, today, sink) {}

  const RuleSpec &spec() const { return *rule->spec; }
  /// The kinds of nodes to visit in the document.
  KindSet interests() const {
    return check->concerns(context.document()) ? check->interests() : KindSet();
  }
  /// Of which such a node must hold one to be visited.
  std::span<const std::string_view> words() const { return check->words(); }
  Clock::duration time() const { return taken; }
  uint64_t comparisons() const { return context.comparisons(); }
  /// Why it was stopped; empty while it works.
  const std::string &failure() const { return reason; }

  void visit(Node node) {
    run([&] { check->visit(node, context); });
  }
  /// The same, with the clock running.
  void visitTimed(Node node) {
    Clock::time_point start = Clock::now();
    visit(node);
    taken += Clock::now() - start;
  }
  void finish() {
    Clock::time_point start = Clock::now();
    run([&] { check->finish(context); });
    taken += Clock::now() - start;
  }
  void review(std::span<const Suppression> suppressions) {
    run([&] { check->review(suppressions, context); });
  }
  /// Nothing more is asked of it.
  void stop(std::string why) { reason = std::move(why); }

private:
  template <typename Work> void run(Work work) {
    if (!reason.empty())
      return;
    try {
      work();
    } catch (const std::exception &error) {
      reason = error.what();
    }
  }

  const EnabledRule *rule;
  std::unique_ptr<Check> check;
  CheckContext context;
  Clock::duration taken{};
  std::string reason;
};

} // namespace wikivet
