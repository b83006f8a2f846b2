// SPDX-License-Identifier: MIT
#include "lint/cli/UnifiedDiff.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <vector>

namespace wikivet {
namespace {

std::vector<std::string> lines(const std::string &text) {
  std::vector<std::string> result;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    result.push_back(line);
  return result;
}

/// The text that a difference makes of another, as `patch` does it; what does not fit fails the
/// test.
std::string patched(const std::string &before, const std::string &diff) {
  std::vector<std::string> old = lines(before), steps = lines(diff);
  std::string result;
  size_t place = 0;
  for (size_t i = 2; i < steps.size(); ++i) {
    const std::string &step = steps[i];
    if (step.starts_with("@@")) {
      size_t line = std::stoul(step.substr(4));
      bool empty = step.find(",0 ") != std::string::npos && step.find(",0 ") < step.find('+');
      for (size_t until = empty ? line : line - 1; place < until; ++place)
        result += old.at(place) + "\n";
    } else if (step[0] == '+') {
      result += step.substr(1) + "\n";
    } else if (step[0] != '\\') {
      EXPECT_EQ(old.at(place), step.substr(1));
      if (step[0] == ' ')
        result += old[place] + "\n";
      ++place;
    }
  }
  for (; place < old.size(); ++place)
    result += old[place] + "\n";
  return result;
}

TEST(UnifiedDiff, OfOneLine) {
  EXPECT_EQ(unifiedDiff("a", "x\n", "y\n"), "--- a\n+++ a\n@@ -1 +1 @@\n-x\n+y\n");
  EXPECT_EQ(unifiedDiff("a", "x", "x\n"),
            "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
  EXPECT_EQ(unifiedDiff("a", "", "y\n"), "--- a\n+++ a\n@@ -0,0 +1 @@\n+y\n");
  EXPECT_EQ(unifiedDiff("a", "x", "x"), "");
}

TEST(UnifiedDiff, FarChangesAreHunksOfTheirOwn) {
  std::string before, after;
  for (int i = 0; i < 30; ++i) {
    before += std::to_string(i) + "\n";
    after += i == 5 || i == 20 ? "new\n" : std::to_string(i) + "\n";
  }
  std::string diff = unifiedDiff("a", before, after);
  EXPECT_NE(diff.find("@@ -3,7 +3,7 @@"), std::string::npos) << diff;
  EXPECT_NE(diff.find("@@ -18,7 +18,7 @@"), std::string::npos) << diff;
}

TEST(UnifiedDiff, RandomOnesPatch) {
  std::mt19937 random(7); // NOLINT: the same texts each time
  for (int round = 0; round < 500; ++round) {
    std::string before, after;
    for (auto i = random() % 30; i > 0; --i) {
      std::string line(1, static_cast<char>('a' + random() % 4));
      if (random() % 4 != 0)
        before += line + "\n";
      if (random() % 4 != 0)
        after += line + "\n";
    }
    if (before != after) {
      EXPECT_EQ(patched(before, unifiedDiff("a", before, after)), after) << before << "--\n"
                                                                         << after;
    }
  }
}

} // namespace
} // namespace wikivet
