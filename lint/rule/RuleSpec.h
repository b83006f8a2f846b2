// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/rule/Options.h"
#include "lint/support/YamlWord.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

struct Pattern;

enum class RuleStatus : uint8_t { Preview, Stable, Deprecated };
enum class Confidence : uint8_t { Low, Medium, High };
enum class FixSafety : uint8_t { None, Unsafe, Safe };
enum class OptionType : uint8_t { Boolean, Integer, Number, String, StringList, Regex };

// The words by which rule files and reports call them.
inline constexpr YamlWord<RuleStatus> statusWords[] = {{"preview", RuleStatus::Preview},
                                                       {"stable", RuleStatus::Stable},
                                                       {"deprecated", RuleStatus::Deprecated}};
inline constexpr YamlWord<Confidence> confidenceWords[] = {
    {"high", Confidence::High}, {"medium", Confidence::Medium}, {"low", Confidence::Low}};
inline constexpr YamlWord<FixSafety> fixSafetyWords[] = {
    {"none", FixSafety::None}, {"safe", FixSafety::Safe}, {"unsafe", FixSafety::Unsafe}};
inline constexpr YamlWord<OptionType> optionTypeWords[] = {
    {"bool", OptionType::Boolean},  {"integer", OptionType::Integer},
    {"number", OptionType::Number}, {"string", OptionType::String},
    {"regex", OptionType::Regex},   {"string-list", OptionType::StringList}};

struct OptionSpec {
  OptionType type;
  OptionValue defaultValue;
  std::string docs;
};

/// One `bad` (exactly one finding of the rule) or `good` (none) example.
struct Example {
  bool bad;
  std::string text;
  std::string title;                ///< page title to lint it under; empty unless given
  std::optional<std::string> fixed; ///< what the fix makes of it
};

/// A rule as its YAML file says it, validated. Immutable after loading.
struct RuleSpec {
  std::string name;
  std::string group; ///< folder the file was in
  std::string summary;
  std::string check; ///< id of the check that runs it
  Severity severity = Severity::Warning;
  RuleStatus status = RuleStatus::Stable;
  Confidence confidence = Confidence::High;
  FixSafety fix = FixSafety::None;
  bool cosmetic = false; ///< the fix changes nothing that a reader sees
  std::vector<std::string> aliases;
  std::vector<std::string> tags;     ///< topics that configurations select by
  std::vector<std::string> yieldsTo; ///< rules that speak instead where they report the same place
  std::vector<std::string> wikis;    ///< ids or languages of the wikis it is for; empty: all
  std::vector<int64_t> namespaces;   ///< numbers of those it is for; empty: all
  std::map<std::string, OptionSpec, std::less<>> options;
  std::map<std::string, std::string, std::less<>> messages;
  std::string docs; ///< Markdown
  std::vector<Example> examples;
  std::shared_ptr<const Pattern> pattern; ///< only with one of the general checks
};

} // namespace wikivet
