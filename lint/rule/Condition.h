// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Document.h"
#include "lint/support/Regex.h"
#include "lint/support/YamlReader.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wikivet {

/// What a match has given names to: text by name, the first binding of a name counts.
using Bindings = std::vector<std::pair<std::string_view, std::string>>;

/// The one of two sets that is probably met less often; both are necessary.
Words rarer(Words one, Words other);
/// Words for what fits all of several conditions, each with its words.
template <typename Range, typename WordsOf> Words wordsOfAll(const Range &parts, WordsOf wordsOf) {
  Words best;
  for (const auto &part : parts)
    best = rarer(std::move(best), wordsOf(part));
  return best;
}
/// Words for what fits one of them.
template <typename Range, typename WordsOf> Words wordsOfAny(const Range &parts, WordsOf wordsOf) {
  Words all;
  for (const auto &part : parts) {
    Words words = wordsOf(part);
    if (words.empty())
      return {};
    all.insert(all.end(), words.begin(), words.end());
  }
  return all;
}

/// A test of a number: `3`, `">= 3"`, `"< 3"`, `"!= 3"` or a range `"2..5"`.
class NumberCondition {
public:
  /// Nothing, with a problem added, if it is written wrong.
  static std::optional<NumberCondition> compile(const YamlNode &yaml, std::string_view what,
                                                Problems &problems);
  bool holds(int64_t number) const { return (number >= least && number <= most) != negated; }

private:
  int64_t least = INT64_MIN;
  int64_t most = INT64_MAX;
  bool negated = false;
};

/// A test of a text, from YAML:
///   word              the text is this
///   /pattern/ or /pattern/i    RE2 finds it somewhere; named groups bind
///   "@set"            a template's name is in this set of the wiki's data
///   [a, /b/]          any of these
///   {empty: true, length: "> 3", not: a}      all of these
class TextCondition {
public:
  /// Null, with a problem added, if it is written wrong.
  static std::shared_ptr<const TextCondition> compile(const YamlNode &yaml, std::string_view what,
                                                      Problems &problems);
  virtual ~TextCondition() = default;
  virtual bool holds(std::string_view text, const Document &document, Bindings &bindings) const = 0;
  /// False only if no text can fit that is part of a page with this index.
  virtual bool possible(const TextIndex & /*page*/) const { return true; }
  /// Of which a text must hold one to fit; views of what the condition holds.
  virtual Words words() const { return {}; }
  /// The names of groups that it binds.
  virtual void collectNames(std::vector<std::string> & /*names*/) const {}
};

/// Of which a text must hold one to match; views of what the expression holds.
Words wordsOf(const Regex &regex);
/// False only if a pattern matches in no part of a page with this index.
bool mayMatch(const Regex &regex, const TextIndex &page);

/// The matches of a regular expression's named groups, as bindings.
void bindGroups(const Regex &regex, std::string_view text,
                const std::vector<std::optional<Span>> &groups, Bindings &bindings);

} // namespace wikivet
