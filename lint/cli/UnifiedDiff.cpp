// SPDX-License-Identifier: MIT
#include "lint/cli/UnifiedDiff.h"

#include "lint/support/TextDiff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace wikivet {

namespace {

/// `12,3` or, for one line, `12`; an empty range names the line before it.
std::string range(size_t line, size_t count) {
  if (count == 1)
    return fmt::format("{}", line);
  return fmt::format("{},{}", count == 0 ? line - 1 : line, count);
}

} // namespace

std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after) {
  constexpr size_t context = 3;
  if (before == after)
    return {};
  std::vector<DiffStep> steps = diffLines(before, after);
  std::string result = fmt::format("--- {}\n+++ {}\n", path, path);
  size_t oldLine = 1, newLine = 1;
  for (size_t i = 0; i < steps.size();) {
    size_t change = i;
    while (change < steps.size() && steps[change].sign == ' ')
      ++change;
    if (change == steps.size())
      break;
    size_t skipped = change - i > context ? change - i - context : 0;
    i += skipped;
    oldLine += skipped;
    newLine += skipped;
    // A hunk goes on while the next change is near enough to share its context.
    size_t last = change;
    for (size_t next = change; next < steps.size() && next - last <= 2 * context; ++next)
      if (steps[next].sign != ' ')
        last = next;
    size_t end = std::min(steps.size(), last + 1 + context);
    size_t oldCount = 0, newCount = 0;
    std::string hunk;
    for (; i < end; ++i) {
      oldCount += steps[i].sign != '+';
      newCount += steps[i].sign != '-';
      hunk += steps[i].sign;
      hunk += steps[i].line;
      if (!steps[i].line.ends_with('\n'))
        hunk += "\n\\ No newline at end of file\n";
    }
    result +=
        fmt::format("@@ -{} +{} @@\n{}", range(oldLine, oldCount), range(newLine, newCount), hunk);
    oldLine += oldCount;
    newLine += newCount;
  }
  return result;
}

} // namespace wikivet
