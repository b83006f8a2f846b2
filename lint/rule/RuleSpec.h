// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/rule/Options.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

class Matcher;
struct EditSpec;

enum class RuleStatus : uint8_t { Preview, Stable, Deprecated };
enum class Confidence : uint8_t { Low, Medium, High };
enum class FixSafety : uint8_t { None, Unsafe, Safe };
enum class OptionType : uint8_t { Boolean, Integer, Number, String, StringList, Regex };

struct OptionSpec {
  OptionType type;
  OptionValue defaultValue;
  std::string docs;
};

/// One `bad` (exactly one finding of the rule) or `good` (none) example.
struct Example {
  bool bad;
  std::string text;
  std::string title; ///< page title to lint it under; empty unless given
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
  std::vector<std::string> aliases;
  std::map<std::string, OptionSpec, std::less<>> options;
  std::map<std::string, std::string, std::less<>> messages;
  std::string docs; ///< Markdown
  std::vector<Example> examples;
  std::shared_ptr<const Matcher> matcher; ///< only with `check: match`
  std::shared_ptr<const EditSpec> edit;   ///< only with `check: match`, may be null
};

} // namespace wikivet
