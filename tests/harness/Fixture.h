// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet::tests {

/// A test file: a text to be linted, with expectations in comments that have a line to themselves:
///
///     <!-- CHECK: [[@LINE-1]]:5: error: message [rule] -->
///
/// The comments are FileCheck directives (CHECK, CHECK-NEXT, CHECK-SAME, CHECK-NOT), but what
/// follows the colon is literal text, since FileCheck's own syntax is wikitext; only `[[@LINE±n]]`
/// is replaced. CHECK-RE is a FileCheck pattern. A finding that no directive expects is a failure,
/// so a file without directives expects silence.
struct Fixture {
  struct Directive {
    std::string name; ///< CHECK, CHECK-NEXT …
    std::string text;
    uint32_t line; ///< 1-based, in the file
  };

  std::string text;               ///< the file without directive lines
  std::vector<uint32_t> fileLine; ///< for each line of `text`, its 1-based line in the file
  std::vector<Directive> directives;
  /// Mistakes in the directives, e.g. a misspelt one.
  std::vector<std::string> errors;

  static Fixture parse(std::string_view file);
};

/// Compares findings, printed one a line with the lines of the file, with the directives. Empty if
/// all is as expected, else what is not.
std::string compare(const Fixture &fixture, const std::string &findings);

} // namespace wikivet::tests
