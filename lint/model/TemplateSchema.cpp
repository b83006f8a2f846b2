// SPDX-License-Identifier: MIT
#include "lint/model/TemplateSchema.h"

#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

static std::string without(std::string name, char letter) {
  std::erase(name, letter);
  return name;
}

std::string TemplateSchema::index(const std::vector<std::vector<std::string>> &aliases) {
  std::string twice;
  auto add = [&](const std::string &name, Place place) {
    if (!places.try_emplace(name, place).second)
      twice = name;
    // Names with '#' stand for those without a number, too, unless one is called so.
    if (name.contains('#'))
      places.try_emplace(without(name, '#'), place);
  };
  for (uint32_t i = 0; i < parameters.size(); ++i) {
    add(parameters[i].name, {.isRenamed = false, .index = i});
    for (const std::string &alias : aliases[i])
      add(alias, {.isRenamed = false, .index = i});
  }
  for (uint32_t i = 0; i < renamed.size(); ++i)
    add(renamed[i].name, {.isRenamed = true, .index = i});
  return twice;
}

TemplateSchema::Meaning TemplateSchema::meaning(std::string_view written) const {
  Meaning meaning;
  auto found = places.find(written);
  if (found == places.end()) {
    const auto *first = std::ranges::find_if(written, isDigit);
    const auto *last = std::find_if_not(first, written.end(), isDigit);
    if (first == last)
      return meaning;
    meaning.number.assign(first, last);
    std::string form(written.begin(), first);
    form.append(1, '#').append(last, written.end());
    found = places.find(form);
    if (found == places.end())
      return {};
  }
  if (found->second.isRenamed)
    meaning.renamed = &renamed[found->second.index];
  else
    meaning.parameter = &parameters[found->second.index];
  return meaning;
}

std::vector<std::string> TemplateSchema::names() const {
  std::vector<std::string> names;
  names.reserve(places.size());
  for (const auto &[name, place] : places)
    if (!place.isRenamed && !name.contains('#'))
      names.push_back(name);
  std::ranges::sort(names);
  return names;
}

} // namespace wikivet
