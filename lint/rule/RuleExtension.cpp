// SPDX-License-Identifier: MIT
#include "lint/rule/RuleExtension.h"

#include "lint/support/Suggest.h"
#include "lint/support/YamlImage.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

static YamlNode *findEntry(YamlNode &map, std::string_view key) {
  auto found = std::ranges::find(map.entries, key, &YamlEntry::key);
  return found == map.entries.end() ? nullptr : &found->value;
}

static bool overlayOptions(const YamlNode &values, YamlNode &options, Problems &problems) {
  std::vector<std::string> known;
  known.reserve(options.entries.size());
  for (const YamlEntry &entry : options.entries)
    known.push_back(entry.key);
  bool good = true;
  for (const YamlEntry &entry : values.entries) {
    YamlNode *option = findEntry(options, entry.key);
    YamlNode *defaultValue = option ? findEntry(*option, "default") : nullptr;
    if (!defaultValue) {
      problems.push_back({entry.keySpan, fmt::format("the rule has no option '{}'{}", entry.key,
                                                     didYouMean(entry.key, known))});
      good = false;
      continue;
    }
    *defaultValue = copyYaml(entry.value);
  }
  return good;
}

bool extendRule(YamlNode &rule, const YamlNode &base, Problems &problems) {
  std::erase_if(rule.entries, [](const YamlEntry &entry) { return entry.key == "extends"; });
  YamlNode merged = copyYaml(base);
  merged.span = rule.span;
  // The copy would have the names of the base, which stays.
  const YamlNode *own = rule.find("name"), *name = base.find("name");
  if (own && name && own->scalar != name->scalar)
    std::erase_if(merged.entries, [](const YamlEntry &entry) { return entry.key == "aliases"; });
  bool good = true;
  for (YamlEntry &entry : rule.entries) {
    YamlNode *value = findEntry(merged, entry.key);
    if (!value) {
      merged.entries.push_back(std::move(entry));
    } else if (entry.key == "options") {
      good = overlayOptions(entry.value, *value, problems) && good;
    } else if (entry.key == "messages") {
      for (YamlEntry &message : entry.value.entries) {
        if (YamlNode *old = findEntry(*value, message.key))
          *old = std::move(message.value);
        else
          value->entries.push_back(std::move(message));
      }
    } else {
      *value = std::move(entry.value);
    }
  }
  rule = std::move(merged);
  return good;
}

} // namespace wikivet
