// SPDX-License-Identifier: MIT
#include "lint/rule/RuleSpec.h"

namespace wikivet {

std::string_view statusName(RuleStatus status) {
  switch (status) {
  case RuleStatus::Preview:
    return "preview";
  case RuleStatus::Stable:
    return "stable";
  case RuleStatus::Deprecated:
    return "deprecated";
  }
  return "";
}

std::string_view confidenceName(Confidence confidence) {
  switch (confidence) {
  case Confidence::Low:
    return "low";
  case Confidence::Medium:
    return "medium";
  case Confidence::High:
    return "high";
  }
  return "";
}

std::string_view fixSafetyName(FixSafety safety) {
  switch (safety) {
  case FixSafety::None:
    return "none";
  case FixSafety::Unsafe:
    return "unsafe";
  case FixSafety::Safe:
    return "safe";
  }
  return "";
}

} // namespace wikivet
