// SPDX-License-Identifier: MIT
#include "lint/diag/Diagnostic.h"

#include <tuple>

namespace wikivet {

std::string_view severityName(Severity severity) {
  switch (severity) {
  case Severity::Off:
    return "off";
  case Severity::Info:
    return "info";
  case Severity::Warning:
    return "warning";
  case Severity::Error:
    return "error";
  }
  return "";
}

std::optional<Severity> severityFromName(std::string_view name) {
  for (Severity severity : {Severity::Off, Severity::Info, Severity::Warning, Severity::Error})
    if (severityName(severity) == name)
      return severity;
  return std::nullopt;
}

bool reportsBefore(const Diagnostic &left, const Diagnostic &right) {
  return std::tie(left.span, left.rule, left.message) <
         std::tie(right.span, right.rule, right.message);
}

} // namespace wikivet
