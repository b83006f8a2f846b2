// SPDX-License-Identifier: MIT
#include "lint/cli/RuleDocs.h"

#include "lint/diag/render/Renderer.h"
#include "lint/engine/Fixes.h"
#include "lint/engine/Linter.h"
#include "lint/rule/OptionReader.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace wikivet {

namespace {

/// A fence that is longer than any run of backticks in the text.
std::string fenced(std::string_view text) {
  std::string fence = "```";
  while (text.find(fence) != std::string_view::npos)
    fence += '`';
  return fmt::format("{}\n{}{}{}\n", fence, text, text.ends_with('\n') ? "" : "\n", fence);
}

/// What `wikivet check` prints, without its summary.
std::string printed(const Source &source, const std::vector<Diagnostic> &found) {
  std::string output;
  auto renderer =
      makeRenderer("full", {.showAll = true}, [&](std::string_view text) { output += text; });
  renderer->begin();
  renderer->page(source, found);
  return std::string(trim(output));
}

std::string exampleDocs(const Registry &registry, const RuleSpec &spec, const Example &example) {
  std::string text = fmt::format("{}:\n\n{}", example.bad ? "Bad" : "Good", fenced(example.text));
  if (!example.title.empty())
    text += fmt::format("\non a page called “{}”\n", example.title);
  if (!example.bad)
    return text;
  Ruleset ruleset = Ruleset::alone(registry, spec);
  Source source("page.wiki", example.text, example.title);
  text += "\n" + fenced(printed(source, lint(source, ruleset)));
  if (spec.fix == FixSafety::None)
    return text;
  FixResult result = applyFixes(source, ruleset, {.unsafe = true, .cosmetic = true});
  return text + "\nfixed:\n\n" + fenced(result.text);
}

std::string join(const std::vector<std::string> &names) {
  std::string text;
  for (const std::string &name : names)
    text += fmt::format("{}`{}`", text.empty() ? "" : ", ", name);
  return text;
}

std::string fixWords(const RuleSpec &spec) {
  switch (spec.fix) {
  case FixSafety::None:
    return "none";
  case FixSafety::Safe:
    return spec.cosmetic ? "safe, cosmetic (no reader sees a difference)" : "safe";
  case FixSafety::Unsafe:
    return "unsafe (`--unsafe-fixes`)";
  }
  return "";
}

} // namespace

std::string ruleDocs(const Registry &registry, const RuleSpec &spec) {
  std::string text = fmt::format("# {}\n\n{}\n\n", spec.name, spec.summary);
  text += fmt::format("group `{}` · severity {} · status {} · confidence {} · fix: {}\n",
                      spec.group, severityName(spec.severity), nameOf(statusWords, spec.status),
                      nameOf(confidenceWords, spec.confidence), fixWords(spec));
  if (!spec.aliases.empty())
    text += fmt::format("\nIn other tools: {}\n", join(spec.aliases));
  if (!spec.tags.empty())
    text += fmt::format("\nTags: {}\n", join(spec.tags));
  text += fmt::format("\n{}\n", trim(spec.docs));
  if (!spec.options.empty())
    text += "\n## Options\n\n";
  for (const auto &[name, option] : spec.options)
    text +=
        fmt::format("- `{}` ({}): {} Default: `{}`\n", name, nameOf(optionTypeWords, option.type),
                    option.docs, shorten(printOptionValue(option.defaultValue), 200));
  text += "\n## Examples\n";
  for (const Example &example : spec.examples)
    text += "\n" + exampleDocs(registry, spec, example);
  return text;
}

std::string rulesIndex(const Registry &registry, std::string_view folder) {
  std::map<std::string, std::vector<const RuleSpec *>> groups;
  for (const RegisteredRule &rule : registry.rules())
    groups[rule.spec.group].push_back(&rule.spec);
  std::string text =
      fmt::format("# Rules\n\nThe {} rules by group. Those that are recommended run unless a "
                  "configuration says "
                  "otherwise. This list and the pages are made by `wikivet rules --write-docs`.\n",
                  registry.rules().size());
  auto recommended = registry.find("recommended");
  for (const auto &[group, specs] : groups) {
    text += fmt::format("\n## {}\n\n| rule | what it finds | severity | recommended | fix |\n"
                        "|---|---|---|---|---|\n",
                        group);
    for (const RuleSpec *spec : specs) {
      bool isRecommended = std::ranges::any_of(
          recommended, [&](const RegisteredRule *rule) { return &rule->spec == spec; });
      text += fmt::format("| [{0}]({1}/{0}.md) | {2} | {3} | {4} | {5} |\n", spec->name, folder,
                          spec->summary, severityName(spec->severity),
                          isRecommended                         ? "yes"
                          : spec->status == RuleStatus::Preview ? "preview"
                                                                : "",
                          spec->fix == FixSafety::None ? "" : nameOf(fixSafetyWords, spec->fix));
    }
  }
  return text;
}

} // namespace wikivet
