// SPDX-License-Identifier: MIT
#include "tests/harness/Rules.h"

#include <fmt/format.h>

namespace wikivet::tests {

DemoRule::DemoRule(const std::string &yaml) : registry(Registry::builtin()) {
  std::string text = yaml + "\nname: demo\nsummary: A demo.\ndocs: Text.\n";
  if (yaml.find("messages:") == std::string::npos)
    text += "messages: {found: found it, first: the first, other: the other}\n";
  if (yaml.find("check:") == std::string::npos)
    text += "check: match\n";
  Source source("demo.yaml", text);
  std::vector<Diagnostic> problems;
  registry.add(source, "demos", problems);
  for (const Diagnostic &problem : problems)
    errors.push_back(
        fmt::format("{}: {}", source.lines().position(problem.span.begin).line, problem.message));
}

std::vector<Diagnostic> DemoRule::lint(const std::string &page) const {
  return wikivet::lint(Source("page", page), Ruleset::of(registry, {"demo"}));
}

std::vector<std::string> DemoRule::found(const std::string &page) const {
  std::vector<std::string> texts;
  for (const Diagnostic &diagnostic : lint(page))
    texts.push_back(page.substr(diagnostic.span.begin, diagnostic.span.size()));
  return texts;
}

} // namespace wikivet::tests
