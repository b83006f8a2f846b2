// SPDX-License-Identifier: MIT
#include "lint/support/TextDiff.h"

#include "lint/support/Text.h"

#include <algorithm>
#include <span>

namespace wikivet {

namespace {

using Tokens = std::vector<std::string_view>;

/// Lines with their line breaks.
Tokens splitLines(std::string_view text) {
  Tokens lines;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// Words, and each other character by itself, with the blank before them: blanks alone are alike
/// everywhere and would pull words apart.
Tokens cutWords(std::string_view text) {
  auto isWord = [](char c) { return isLetter(c) || isDigit(c) || (c & 0x80) != 0; };
  Tokens words;
  while (!text.empty()) {
    size_t first = text[0] == ' ' && text.size() > 1 ? 1 : 0;
    size_t end = first + 1;
    while (isWord(text[first]) && end < text.size() && isWord(text[end]))
      ++end;
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

/// What stays, goes and comes between two lists that begin and end differently (E. W. Myers, "An
/// O(ND) difference algorithm and its variations", 1986). Appends to `steps`.
void shortestEdit(std::span<const std::string_view> before, std::span<const std::string_view> after,
                  std::vector<DiffStep> &steps) {
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
  if (!found) {
    for (std::string_view line : before)
      steps.push_back({.sign = '-', .line = line});
    for (std::string_view line : after)
      steps.push_back({.sign = '+', .line = line});
    return;
  }
  size_t first = steps.size();
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
  std::reverse(steps.begin() + static_cast<ptrdiff_t>(first), steps.end());
}

std::vector<DiffStep> diffTokens(const Tokens &before, const Tokens &after) {
  size_t shorter = std::min(before.size(), after.size()), prefix = 0, suffix = 0;
  while (prefix < shorter && before[prefix] == after[prefix])
    ++prefix;
  while (suffix < shorter - prefix &&
         before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
    ++suffix;
  std::vector<DiffStep> steps;
  steps.reserve(before.size());
  for (size_t i = 0; i < prefix; ++i)
    steps.push_back({.sign = ' ', .line = before[i]});
  shortestEdit(std::span(before).subspan(prefix, before.size() - prefix - suffix),
               std::span(after).subspan(prefix, after.size() - prefix - suffix), steps);
  for (size_t i = before.size() - suffix; i < before.size(); ++i)
    steps.push_back({.sign = ' ', .line = before[i]});
  return steps;
}

/// Joins steps that are not ' ' to replacements. `start` is where both texts begin.
void addReplacements(const std::vector<DiffStep> &steps, Replacement start,
                     std::vector<Replacement> &result) {
  Replacement open{.before = {.begin = start.before.begin, .end = start.before.begin},
                   .after = {.begin = start.after.begin, .end = start.after.begin}};
  auto close = [&] {
    if (!open.before.empty() || !open.after.empty())
      result.push_back(open);
  };
  for (const DiffStep &step : steps) {
    auto size = static_cast<uint32_t>(step.line.size());
    if (step.sign == ' ') {
      close();
      open.before = {.begin = open.before.end + size, .end = open.before.end + size};
      open.after = {.begin = open.after.end + size, .end = open.after.end + size};
    } else {
      (step.sign == '-' ? open.before : open.after).end += size;
    }
  }
  close();
}

/// Whether lines were edited rather than written anew: half of them is still there.
bool isEdit(const std::vector<DiffStep> &words, const Replacement &lines) {
  size_t common = 0;
  for (const DiffStep &step : words)
    common += step.sign == ' ' ? step.line.size() : 0;
  return 2 * common >= std::min(lines.before.size(), lines.after.size());
}

} // namespace

std::vector<DiffStep> diffLines(std::string_view before, std::string_view after) {
  return diffTokens(splitLines(before), splitLines(after));
}

std::vector<Replacement> changedLines(std::string_view before, std::string_view after) {
  std::vector<Replacement> result;
  addReplacements(diffLines(before, after), {}, result);
  return result;
}

std::vector<Replacement> changedWords(std::string_view before, std::string_view after) {
  std::vector<Replacement> result;
  for (const Replacement &lines : changedLines(before, after)) {
    std::vector<DiffStep> words =
        diffTokens(cutWords(before.substr(lines.before.begin, lines.before.size())),
                   cutWords(after.substr(lines.after.begin, lines.after.size())));
    if (isEdit(words, lines))
      addReplacements(words, lines, result);
    else
      result.push_back(lines);
  }
  return result;
}

std::optional<uint32_t> mapOffset(const std::vector<Replacement> &changes, uint32_t before) {
  // The first change that does not lie wholly before the byte.
  auto next = std::ranges::upper_bound(changes, before, {},
                                       [](const Replacement &change) { return change.before.end; });
  if (next != changes.end() && next->before.contains(before))
    return std::nullopt;
  if (next == changes.begin())
    return before;
  const Replacement &last = *std::prev(next);
  return last.after.end + (before - last.before.end);
}

} // namespace wikivet
