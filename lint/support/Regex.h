// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"
#include "lint/support/Span.h"

#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// A regular expression in RE2's dialect: linear time, no look-around. Immutable. May be used by
/// several threads.
class Regex {
public:
  /// The pattern, or why RE2 refuses it. Those of the built-in rules are known to be good and are
  /// compiled when they are first used.
  static std::expected<Regex, Error> compile(std::string_view pattern, bool ignoreCase = false);

  Regex(Regex &&) noexcept;
  ~Regex();
  Regex &operator=(const Regex &) = delete;

  const std::string &pattern() const;
  /// Names of the named groups, with their numbers.
  const std::map<std::string, int> &groupNames() const;

  /// Words of which every text that the pattern matches holds at least one, with ASCII letters in
  /// any case, given in lower case; of all such sets one that is rarely met. Empty if there is
  /// none. Worked out when it is first asked for.
  const std::vector<std::string> &requiredWords() const;

  /// Whether the pattern matches somewhere in the text.
  bool contains(std::string_view text) const;
  /// Whether the pattern matches the whole text.
  bool matches(std::string_view text) const;
  /// First match at or after `from`: span of the whole and of each group (nullopt where the group
  /// took no part). Byte offsets into `text`.
  std::optional<std::vector<std::optional<Span>>> find(std::string_view text,
                                                       uint32_t from = 0) const;

private:
  struct State;
  explicit Regex(std::unique_ptr<State> state);
  std::unique_ptr<State> state;
};

} // namespace wikivet
