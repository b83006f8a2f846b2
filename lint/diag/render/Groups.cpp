// SPDX-License-Identifier: MIT
#include "lint/diag/render/Groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace wikivet {

namespace {

/// Findings of one rule that are shown one by one.
constexpr size_t fewFindings = 3;

using GroupKey = std::pair<std::string_view, Severity>;

GroupKey groupKey(const Diagnostic &diagnostic) { return {diagnostic.rule, diagnostic.severity}; }

} // namespace

size_t FindingGroup::count() const {
  size_t total = 0;
  for (const SameFindings &form : forms)
    total += form.size();
  return total;
}

std::vector<FindingGroup> groupFindings(std::span<const Diagnostic> diagnostics, bool showAll) {
  std::map<GroupKey, size_t> counts;
  for (const Diagnostic &diagnostic : diagnostics)
    counts[groupKey(diagnostic)] += 1;
  std::vector<FindingGroup> groups;
  std::map<GroupKey, size_t> groupOf;
  std::map<std::pair<size_t, std::string_view>, size_t> formOf;
  for (const Diagnostic &diagnostic : diagnostics) {
    GroupKey key = groupKey(diagnostic);
    if (showAll || counts[key] <= fewFindings) {
      groups.push_back({.forms = {{&diagnostic}}});
      continue;
    }
    auto [group, isNew] = groupOf.try_emplace(key, groups.size());
    if (isNew)
      groups.emplace_back();
    std::vector<SameFindings> &forms = groups[group->second].forms;
    auto [form, isNewForm] = formOf.try_emplace({group->second, diagnostic.message}, forms.size());
    if (isNewForm)
      forms.emplace_back();
    forms[form->second].push_back(&diagnostic);
  }
  return groups;
}

size_t shownForms(const FindingGroup &group) {
  constexpr size_t someForms = 5;
  size_t all = group.forms.size();
  // A line for the last one is no longer than one that says that it is left out.
  return group.first().severity == Severity::Error || all <= someForms + 1 ? all : someForms;
}

std::string listPlaces(const Source &source, const SameFindings &findings, size_t from) {
  constexpr size_t mostPlaces = 8;
  std::string text;
  for (size_t i = from; i < findings.size(); ++i) {
    if (i - from == mostPlaces)
      return fmt::format("{} and {} more", text, findings.size() - i);
    Position place = source.lines().position(findings[i]->span.begin);
    text += fmt::format("{}{}:{}", text.empty() ? "" : ", ", place.line, place.column);
  }
  return text;
}

} // namespace wikivet
