// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Setup.h"
#include "lint/config/Wikis.h"
#include "lint/engine/Fixes.h"
#include "lint/engine/Linter.h"
#include "lint/rule/Pattern.h"
#include "lint/support/Plural.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace wikivet {

namespace {

struct Counts {
  uint32_t reported = 0;   ///< bad examples with the one finding that they should have
  uint32_t passed = 0;     ///< good examples without any
  uint32_t missing = 0;    ///< bad examples without a finding
  uint32_t noisy = 0;      ///< good examples with findings, bad ones with several
  uint32_t unmended = 0;   ///< fixes that leave the finding, or another text than `fixed`
  uint32_t incomplete = 0; ///< rules without examples, or with words that no example shows
};

class ExampleTester {
public:
  explicit ExampleTester(const Registry &registry) : registry(&registry) {}

  Counts counts;

  void test(const RuleSpec &spec) {
    testWhole(spec);
    testMessages(spec);
    Ruleset ruleset = Ruleset::alone(*registry, spec);
    for (size_t i = 0; i < spec.examples.size(); ++i) {
      const Example &example = spec.examples[i];
      Source source("example", example.text, example.title);
      std::vector<Diagnostic> found = lint(source, ruleset);
      if (!example.bad) {
        if (found.empty())
          ++counts.passed;
        else
          complain(counts.noisy, "noisy", spec, i,
                   fmt::format("this good example is reported: {}", found[0].message));
        continue;
      }
      if (found.size() == 1)
        ++counts.reported;
      else if (found.empty())
        complain(counts.missing, "missing", spec, i, "this bad example is not reported");
      else
        complain(counts.noisy, "noisy", spec, i,
                 fmt::format("this bad example is reported {} times, not once", found.size()));
      if (!found.empty())
        testFix(spec, i, source, ruleset, !found[0].fixes.empty());
    }
  }

private:
  /// What no single example shows.
  void testWhole(const RuleSpec &spec) {
    if (spec.examples.empty())
      complain(counts.incomplete, spec, "it has no examples: add 'bad' and 'good' ones");
    else if (spec.pattern && spec.pattern->edit &&
             std::ranges::none_of(spec.examples,
                                  [](const Example &example) { return example.fixed.has_value(); }))
      complain(counts.incomplete, spec,
               "no example says with 'fixed' what its 'edit' makes of a page");
  }

  /// Messages that a check without code never says.
  void testMessages(const RuleSpec &spec) {
    auto check = std::ranges::find(patternChecks(), spec.check, &PatternCheck::name);
    if (check == patternChecks().end())
      return;
    for (const auto &[id, text] : spec.messages)
      if (std::ranges::find(check->messages, id) == check->messages.end())
        complain(counts.incomplete, spec,
                 fmt::format("'check: {}' has no message '{}', only {}", spec.check, id,
                             fmt::join(check->messages, ", ")));
  }

  static void complain(uint32_t &count, const RuleSpec &spec, std::string_view message) {
    ++count;
    fmt::print("incomplete: {}: {}\n", spec.name, message);
  }

  void testFix(const RuleSpec &spec, size_t index, const Source &source, const Ruleset &ruleset,
               bool isMendable) {
    const Example &example = spec.examples[index];
    // Some findings of a rule may have no fix.
    if (spec.fix == FixSafety::None || (!isMendable && !example.fixed))
      return;
    FixResult result = applyFixes(source, ruleset, {.unsafe = true, .cosmetic = true});
    if (!result.remaining.empty())
      complain(counts.unmended, "unmended", spec, index,
               "the fix leaves the finding: " + result.text);
    else if (example.fixed && *example.fixed != result.text)
      complain(counts.unmended, "unmended", spec, index,
               fmt::format("fixed to '{}', not to '{}'", result.text, *example.fixed));
  }

  static void complain(uint32_t &count, std::string_view what, const RuleSpec &spec, size_t index,
                       std::string_view message) {
    ++count;
    fmt::print("{}: {}, example {}: {}\n  {}\n", what, spec.name, index + 1, message,
               spec.examples[index].text);
  }

  const Registry *registry;
};

/// How many rules have no bad example.
uint32_t printUncovered(const std::vector<const RuleSpec *> &specs) {
  uint32_t gaps = 0;
  for (const RuleSpec *spec : specs)
    if (std::ranges::none_of(spec->examples, &Example::bad)) {
      ++gaps;
      fmt::print("uncovered: {} has no bad example\n", spec->name);
    }
  return gaps;
}

/// A slip in the name would let the rule sleep on every page.
void noteUnknownWikis(const RuleSpec &spec) {
  for (const std::string &name : spec.wikis)
    if (!findWiki(name))
      fmt::print("note: {} is for pages of '{}', a wiki of which there is no data\n", spec.name,
                 name);
}

int runTests(const std::vector<std::string> &paths, bool coverage) {
  std::unique_ptr<Registry> registry = loadRegistry(paths);
  if (!registry)
    return exitFailed;
  std::vector<const RuleSpec *> specs;
  for (const RegisteredRule &rule : registry->rules())
    // Without folders the built-in rules are tested, else those that were added or changed.
    if (paths.empty() || !rule.isBuiltin)
      specs.push_back(&rule.spec);
  ExampleTester tester(*registry);
  for (const RuleSpec *spec : specs) {
    if (!paths.empty())
      noteUnknownWikis(*spec);
    tester.test(*spec);
  }
  const Counts &counts = tester.counts;
  uint32_t gaps = coverage ? printUncovered(specs) : 0;
  fmt::print("{}: {} bad and {} hold", counted(specs.size(), "rule"), counts.reported,
             counted(counts.passed, "good example"));
  for (auto [count, what] : {std::pair{counts.missing, "missing"},
                             {counts.noisy, "noisy"},
                             {counts.unmended, "unmended"},
                             {counts.incomplete, "incomplete"}})
    if (count > 0)
      fmt::print(", {} {}", count, what);
  fmt::print("\n");
  return counts.missing + counts.noisy + counts.unmended + counts.incomplete + gaps > 0
             ? exitFindings
             : exitClean;
}

} // namespace

void addTestCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("test", "Run the examples of rules");
  auto paths = std::make_shared<std::vector<std::string>>();
  auto coverage = std::make_shared<bool>(false);
  command->add_option("paths", *paths,
                      "Rule files, or folders of them; the built-in rules without any");
  command->add_flag("--coverage", *coverage, "List rules without a bad example, too");
  command->callback([&chosen, paths, coverage] {
    chosen = [paths, coverage] { return runTests(*paths, *coverage); };
  });
}

} // namespace wikivet
