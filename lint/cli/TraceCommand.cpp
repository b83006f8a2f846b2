// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/PageQueue.h"
#include "lint/cli/Setup.h"
#include "lint/engine/Linter.h"
#include "lint/rule/Pattern.h"
#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace wikivet {

namespace {

/// For each node that a matcher looks at, what holds and what does not; of a `pattern`, if there is
/// one, too.
void traceMatcher(std::string_view key, const Matcher &matcher, const Regex *pattern,
                  const Document &document) {
  const Tree &tree = document.tree();
  uint32_t candidates = 0, matched = 0;
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    if (!matcher.kinds().contains(node.kind()))
      continue;
    ++candidates;
    Bindings bindings;
    std::vector<Matcher::Step> steps;
    bool holds = matcher.explain(node, document, bindings, steps);
    if (holds && pattern) {
      holds = pattern->contains(node.text());
      steps.push_back({.what = "pattern: " + pattern->pattern(), .holds = holds});
    }
    matched += holds;
    Position position = document.source().lines().position(node.begin());
    fmt::print("{}:{}: {} {} '{}'\n", position.line, position.column, holds ? "fits" : "no  ",
               nodeKindName(node.kind()), shorten(collapseSpaces(node.text()), 60));
    for (const Matcher::Step &step : steps)
      fmt::print("    {:{}}{} {}\n", "", 4 * step.depth, step.holds ? "yes" : "no ", step.what);
  }
  fmt::print("{}: {} of {} candidates fit\n", key, matched, candidates);
}

/// Why a rule is not run on a page; empty if it is.
std::string reasonForOff(const RuleSpec &spec, const Source &page, const Ruleset &configured) {
  if (!isMeantFor(spec, page, configured.wiki())) {
    std::string wikis =
        spec.wikis.empty() ? "" : fmt::format(" of {}", fmt::join(spec.wikis, ", "));
    std::string spaces = spec.namespaces.empty()
                             ? ""
                             : fmt::format(" in namespace {}", fmt::join(spec.namespaces, ", "));
    return fmt::format("it is for pages{}{} only", wikis, spaces);
  }
  if (std::ranges::find(configured.rules(), &spec, &EnabledRule::spec) != configured.rules().end())
    return {};
  std::string reason = "nothing selects it for this page, or it was ignored or set to 'off'";
  if (spec.severity == Severity::Off)
    return reason + "; it is off unless it is selected by its name";
  if (spec.status != RuleStatus::Stable || spec.confidence != Confidence::High)
    return fmt::format("{}; it is not recommended (status {}, confidence {})", reason,
                       nameOf(statusWords, spec.status), nameOf(confidenceWords, spec.confidence));
  return reason;
}

int trace(const SetupOptions &options, const std::string &ruleName, const std::string &path) {
  std::optional<Setup> setup = makeSetup(options, {path});
  if (!setup)
    return exitFailed;
  const RegisteredRule *rule = setup->registry->rule(ruleName);
  if (!rule) {
    return reportFailure({setup->registry->unknownRule(ruleName)});
  }
  PageQueue pages({path});
  while (std::unique_ptr<Source> page = pages.next()) {
    const Ruleset &configured = setup->rules->of(*page);
    std::string reason = reasonForOff(rule->spec, *page, configured);
    fmt::print("{}: the rule is {}\n", page->path(),
               reason.empty() ? "on here" : "off here: " + reason);
    Document document(*page, configured.wiki());
    if (rule->spec.pattern)
      for (const auto &[key, matcher] : rule->spec.pattern->matchers)
        traceMatcher(key, *matcher, rule->spec.pattern->regex.get(), document);
    else
      fmt::print("'{}' is code, which can't be traced step by step\n", rule->spec.check);
    Ruleset only = Ruleset::of(*setup->registry, {rule->spec.name});
    for (const Diagnostic &diagnostic : lint(*page, only)) {
      Position position = page->lines().position(diagnostic.span.begin);
      fmt::print("{}:{}: reported: {}\n", position.line, position.column, diagnostic.message);
    }
  }
  return pages.failed() ? exitFailed : exitClean;
}

} // namespace

void addTraceCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("trace", "Say why a rule reports something or does not");
  auto options = std::make_shared<SetupOptions>();
  auto rule = std::make_shared<std::string>();
  auto path = std::make_shared<std::string>();
  command->add_option("rule", *rule, "Id or alias of the rule")->required();
  command->add_option("page", *path, "A file, or - for standard input")->required();
  addSetupOptions(*command, *options);
  command->callback([&chosen, options, rule, path] {
    chosen = [options, rule, path] { return trace(*options, *rule, *path); };
  });
}

} // namespace wikivet
