// SPDX-License-Identifier: MIT
#include "lint/serve/RulesCache.h"

#include "lint/config/Wikis.h"
#include "lint/model/Date.h"
#include "lint/support/Suggest.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

/// Few, since each takes some hundred kilobytes and requests come with few choices.
static constexpr size_t mostEntries = 32;

RulesCache::RulesCache(const Registry &registry, const PageRules &server)
    : registry(&registry), server(server.config()), serverWiki(server.wiki()) {}

std::expected<std::shared_ptr<PageRules>, Error> RulesCache::make(const RulesChoice &choice) const {
  Config config = server;
  std::shared_ptr<const Wiki> wiki = serverWiki;
  if (!choice.preset.empty()) {
    std::vector<std::string> presets = presetNames();
    if (std::ranges::find(presets, choice.preset) == presets.end())
      return std::unexpected(
          Error{fmt::format("'{}' is no preset{}; the presets are {}", choice.preset,
                            didYouMean(choice.preset, presets), fmt::join(presets, ", "))});
    config.layers.clear();
    config.overrides.clear();
    std::vector<LocatedError> errors;
    addPreset(choice.preset, *registry, config, errors);
  }
  auto layer = layerOf(choice.select, choice.ignore, choice.settings, *registry);
  if (!layer)
    return std::unexpected(std::move(layer.error()));
  config.layers.push_back(std::move(*layer));
  if (!choice.wiki.empty()) {
    // A configuration may name a file, a request may not.
    auto named = findWiki(choice.wiki);
    if (!named)
      return std::unexpected(std::move(named.error()));
    wiki = std::move(*named);
  }
  return std::make_shared<PageRules>(*registry, std::move(config), std::move(wiki));
}

std::expected<std::shared_ptr<PageRules>, Error> RulesCache::of(const RulesChoice &choice) {
  std::chrono::year_month_day today = currentDay();
  {
    std::lock_guard lock(guard);
    auto known = std::ranges::find_if(
        entries, [&](const Entry &entry) { return entry.day == today && entry.choice == choice; });
    if (known != entries.end()) {
      entries.splice(entries.begin(), entries, known);
      return known->rules;
    }
  }
  auto rules = make(choice);
  if (!rules)
    return rules;
  std::lock_guard lock(guard);
  entries.push_front({.choice = choice, .day = today, .rules = *rules});
  if (entries.size() > mostEntries)
    entries.pop_back();
  return rules;
}

} // namespace wikivet
