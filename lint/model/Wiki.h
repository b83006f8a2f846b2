// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Language.h"
#include "lint/model/TemplateSchema.h"
#include "lint/support/StringSet.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wikivet {

/// Sets of templates that a wiki's data names; a rule says `@dead-link` for all of a set.
inline constexpr std::array<std::string_view, 16> wikiTemplateSets = {
    "archive",   "calendar-date",  "life-dates",  "citation-needed", "cite",     "date",
    "dead-link", "harv",           "maintenance", "named-ref",       "note-ref", "reflist",
    "sic",       "not-applicable", "use-dmy",     "use-mdy"};

/// What differs from wiki to wiki. Immutable while pages are linted.
struct Wiki {
  std::string id;       ///< database name, as `enwiki`; empty for all known wikis taken together
  std::string language; ///< code of the content language
  std::string name;
  std::string server;
  /// Names of each namespace, the local one first; the main one has none.
  std::map<int, std::vector<std::string>> namespaces;
  /// Normalised names (normalizeTemplateName()) by set.
  std::map<std::string, StringSet, std::less<>> templateSets;
  /// Words of the wiki's language by set, in lower case (ASCII letters); see docs/configuration.md.
  std::map<std::string, StringSet, std::less<>> wordSets;
  /// What is known of the parameters of templates.
  std::vector<std::shared_ptr<const TemplateSchema>> schemas;
  /// What is known of its language; of several if it may be any wiki, of none if there is no data.
  std::vector<std::shared_ptr<const Language>> languages;
  std::string decimalSeparator = ".";
  std::vector<std::string> thousandsSeparators = {","};
  std::vector<std::string> dateOrders;
  std::vector<std::string> months, shortMonths;

  /// Whether a template, by its normalised name, belongs to a set.
  bool isTemplateIn(std::string_view set, std::string_view name) const {
    auto found = templateSets.find(set);
    return found != templateSets.end() && found->second.contains(name);
  }
  /// Whether a word in lower case belongs to a set.
  bool isWordIn(std::string_view set, std::string_view word) const {
    auto found = wordSets.find(set);
    return found != wordSets.end() && found->second.contains(word);
  }
  /// The schema that describes a template, by its normalised name, or null.
  const TemplateSchema *schemaOf(std::string_view name) const;
  /// Number of the namespace that a title's prefix names (any case, blanks or underscores), 0 if
  /// none. A leading colon is not looked at.
  int namespaceOf(std::string_view title) const;
  /// To be called when `namespaces` is filled.
  void indexNamespaces();

private:
  /// By name in lower-case ASCII letters.
  std::unordered_map<std::string, int, StringHash, std::equal_to<>> namespaceNumbers;
};

} // namespace wikivet
