// SPDX-License-Identifier: MIT
#include "lint/cli/UnifiedDiff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace wikivet {

namespace {

using Lines = std::vector<std::string_view>;

/// Lines with their line breaks.
Lines splitLines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// A line that stays, goes or comes.
struct Step {
  char sign; ///< ' ', '-' or '+'
  std::string_view line;
};

/// The shortest way from one list of lines to another (E. W. Myers, "An O(ND) difference algorithm
/// and its variations", 1986). Texts that differ in very many lines are replaced as a whole.
std::vector<Step> shortestEdit(const Lines &before, const Lines &after) {
  constexpr int mostEdits = 2000; // memory grows with its square
  auto n = static_cast<int>(before.size()), m = static_cast<int>(after.size());
  int most = std::min(n + m, mostEdits);
  auto at = [&](int k) {
    int place = k + most + 1;
    return static_cast<size_t>(place);
  };
  std::vector<int> furthest(2 * static_cast<size_t>(most) + 3, 0);
  std::vector<std::vector<int>> history;
  auto goesDown = [&](const std::vector<int> &x, int k, int d) {
    return k == -d || (k != d && x[at(k - 1)] < x[at(k + 1)]);
  };
  bool found = false;
  for (int d = 0; d <= most && !found; ++d) {
    history.push_back(furthest);
    for (int k = -d; k <= d && !found; k += 2) {
      int x = goesDown(furthest, k, d) ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
      while (x < n && x - k < m && x - k >= 0 &&
             before[static_cast<size_t>(x)] == after[static_cast<size_t>(x - k)])
        ++x;
      furthest[at(k)] = x;
      found = x >= n && x - k >= m;
    }
  }
  std::vector<Step> steps;
  if (!found) {
    for (std::string_view line : before)
      steps.push_back({.sign = '-', .line = line});
    for (std::string_view line : after)
      steps.push_back({.sign = '+', .line = line});
    return steps;
  }
  int x = n, y = m;
  for (int d = static_cast<int>(history.size()) - 1; d >= 0; --d) {
    const std::vector<int> &past = history[static_cast<size_t>(d)];
    int k = x - y;
    int from = goesDown(past, k, d) ? k + 1 : k - 1;
    int fromX = d == 0 ? 0 : past[at(from)], fromY = d == 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      --x;
      --y;
      steps.push_back({.sign = ' ', .line = before[static_cast<size_t>(x)]});
    }
    if (d > 0 && x == fromX)
      steps.push_back({.sign = '+', .line = after[static_cast<size_t>(--y)]});
    else if (d > 0)
      steps.push_back({.sign = '-', .line = before[static_cast<size_t>(--x)]});
  }
  std::ranges::reverse(steps);
  return steps;
}

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
  std::vector<Step> steps = shortestEdit(splitLines(before), splitLines(after));
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
