// SPDX-License-Identifier: MIT
#include "lint/config/PageRules.h"

#include "lint/config/Wikis.h"
#include "lint/support/Glob.h"
#include "lint/support/InputFile.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

static bool fits(const Override &entry, const Source &page, const Wiki &wiki) {
  auto anyGlob = [](const std::vector<std::string> &globs, std::string_view text) {
    return std::ranges::any_of(globs, [&](const std::string &glob) {
      // A pattern without a folder is about the name alone, in any folder.
      return matchesGlob(glob, text) || matchesGlob("*/" + glob, text);
    });
  };
  if (!entry.paths.empty() && !anyGlob(entry.paths, page.path()))
    return false;
  if (!entry.titles.empty() && !std::ranges::any_of(entry.titles, [&](const std::string &glob) {
        return matchesGlob(glob, page.title());
      }))
    return false;
  if (!entry.namespaces.empty() &&
      (page.title().empty() ||
       std::ranges::find(entry.namespaces, wiki.namespaceOf(page.title())) ==
           entry.namespaces.end()))
    return false;
  return entry.wikis.empty() || std::ranges::any_of(entry.wikis, [&](const std::string &name) {
           return name == wiki.id || name == wiki.language;
         });
}

/// The wiki that a configuration names: from its data file, or one that is built in.
static std::expected<std::shared_ptr<const Wiki>, Error> wikiNamed(const Selector &selector) {
  const std::string &name = selector.text;
  if (!name.ends_with(".yaml")) {
    auto found = findWiki(name);
    if (!found)
      return std::unexpected(Error{fmt::format("{}: {}", selector.origin, found.error().message)});
    return *found;
  }
  auto text = InputFile::readWhole(name);
  if (!text)
    return std::unexpected(text.error());
  Problems problems;
  std::shared_ptr<const Wiki> wiki;
  std::optional<YamlNode> yaml = readYaml(*text, problems);
  if (yaml && problems.empty())
    wiki = loadWiki(*yaml, problems);
  if (!wiki) {
    const Problem &problem = problems.front();
    Source source(name, std::move(*text));
    return std::unexpected(Error{fmt::format(
        "{}:{}: {}", name, source.lines().position(problem.span.begin).line, problem.message)});
  }
  return wiki;
}

std::expected<std::unique_ptr<PageRules>, Error> PageRules::make(const Registry &registry,
                                                                 Config config) {
  std::shared_ptr<const Wiki> wiki;
  if (config.wiki) {
    auto named = wikiNamed(*config.wiki);
    if (!named)
      return std::unexpected(std::move(named.error()));
    wiki = std::move(*named);
  }
  return std::make_unique<PageRules>(registry, std::move(config), std::move(wiki));
}

PageRules::PageRules(const Registry &registry, Config config, std::shared_ptr<const Wiki> wiki)
    : registry(&registry), settings(std::move(config)), chosen(std::move(wiki)) {}

const Ruleset &PageRules::of(const Source &page) {
  std::shared_ptr<const Wiki> wiki = chosen;
  if (!wiki && !page.wiki().empty())
    wiki = findWiki(page.wiki()).value_or(nullptr);
  if (!wiki)
    wiki = anyWiki();
  std::vector<bool> fitting;
  fitting.reserve(settings.overrides.size());
  for (const Override &entry : settings.overrides)
    fitting.push_back(fits(entry, page, *wiki));
  std::lock_guard lock(guard);
  std::unique_ptr<const Ruleset> &ruleset = made[{wiki->id, fitting}];
  if (!ruleset) {
    std::vector<const Layer *> layers;
    layers.reserve(settings.layers.size() + fitting.size());
    // What the command line says comes last.
    size_t own = settings.layers.size() - 1;
    for (size_t i = 0; i < own; ++i)
      layers.push_back(&settings.layers[i]);
    for (size_t i = 0; i < fitting.size(); ++i)
      if (fitting[i])
        layers.push_back(&settings.overrides[i].layer);
    layers.push_back(&settings.layers[own]);
    ruleset = std::make_unique<const Ruleset>(*registry, layers, wiki,
                                              settings.today.value_or(currentDay()));
  }
  return *ruleset;
}

} // namespace wikivet
