// SPDX-License-Identifier: MIT
#include "lint/support/Suggest.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

static size_t editDistance(std::string_view left, std::string_view right) {
  std::vector<std::vector<size_t>> d(left.size() + 1, std::vector<size_t>(right.size() + 1));
  for (size_t i = 0; i <= left.size(); ++i) {
    for (size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      size_t cost = left[i - 1] == right[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[left.size()][right.size()];
}

/// Whether two words have numbers that differ: who writes another number means it.
static bool differInNumber(std::string_view left, std::string_view right) {
  auto digits = [](std::string_view text) {
    std::string result(text);
    std::erase_if(result, [](char c) { return !isDigit(c); });
    return result;
  };
  std::string number = digits(left), other = digits(right);
  return !number.empty() && !other.empty() && number != other;
}

std::string suggest(std::string_view word, const std::vector<std::string> &candidates) {
  // No name that we know is longer.
  if (word.size() > 64)
    return {};
  std::string best;
  size_t bestDistance = std::max<size_t>(1, word.size() / 3) + 1;
  for (const std::string &candidate : candidates) {
    size_t distance = editDistance(word, candidate);
    if (distance < bestDistance && !differInNumber(word, candidate)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

std::string didYouMean(std::string_view word, const std::vector<std::string> &candidates) {
  std::string found = suggest(word, candidates);
  return found.empty() ? "" : fmt::format("; did you mean '{}'?", found);
}

} // namespace wikivet
