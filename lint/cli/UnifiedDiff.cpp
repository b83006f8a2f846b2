// SPDX-License-Identifier: MIT
#include "lint/cli/UnifiedDiff.h"

#include <dtl/dtl.hpp>
#include <fmt/format.h>

#include <sstream>
#include <vector>

namespace wikivet {

/// Lines without their line breaks. A last line that has none is marked, as diff does it.
static std::vector<std::string> splitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    size_t end = text.find('\n');
    if (end == std::string_view::npos) {
      lines.push_back(std::string(text) + "\n\\ No newline at end of file");
      break;
    }
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after)
    return {};
  dtl::Diff<std::string> diff(splitLines(before), splitLines(after));
  diff.onHuge();
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream hunks;
  diff.printUnifiedFormat(hunks);
  return fmt::format("--- {}\n+++ {}\n{}", path, path, hunks.str());
}

} // namespace wikivet
