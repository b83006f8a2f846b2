// SPDX-License-Identifier: MIT
#include "lint/support/Regex.h"

#include "lint/support/Text.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <mutex>

namespace wikivet {

static re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

std::expected<Regex, Error> Regex::compile(std::string_view pattern, bool ignoreCase) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignoreCase);
  constexpr int shortestWord = 1;
  auto filter = std::make_unique<re2::FilteredRE2>(shortestWord);
  int id = 0;
  if (filter->Add(piece(pattern), options, &id) == re2::RE2::NoError)
    return Regex(std::move(filter));
  return std::unexpected(
      Error{"bad regular expression: " + re2::RE2(piece(pattern), options).error()});
}

/// What is worked out when it is first asked for: most runs never ask.
struct Regex::Lazy {
  std::once_flag once;
  std::vector<std::string> words;
};

Regex::Regex(std::unique_ptr<re2::FilteredRE2> filter)
    : filter(std::move(filter)), compiled(&this->filter->GetRE2(0)),
      lazy(std::make_unique<Lazy>()) {}
Regex::Regex(Regex &&) noexcept = default;
Regex::~Regex() = default;

/// Whether a character is the same in upper and lower case, by the blocks that have no letters with
/// case: punctuation, CJK, Hangul, presentation forms, specials.
static bool isCaseless(char32_t c) {
  return c < 0x80 || (c >= 0x2000 && c < 0x2070) || (c >= 0x2E80 && c < 0xA4D0) ||
         (c >= 0xAC00 && c < 0xFB00) || (c >= 0xFE00 && c < 0xFF00) || (c >= 0xFFF0 && c < 0x10000);
}

/// The longest part of a word whose characters have no case but that of ASCII.
static std::string caselessPart(std::string_view word) {
  std::string longest, part;
  while (!word.empty()) {
    CodePoint point = decodeUtf8(word);
    if (isCaseless(point.value))
      part += word.substr(0, point.length);
    else
      part.clear();
    if (part.size() > longest.size())
      longest = part;
    word.remove_prefix(point.length);
  }
  return longest;
}

const std::vector<std::string> &Regex::requiredWords() const {
  std::call_once(lazy->once, [this] {
    std::vector<std::string> words;
    filter->Compile(&words);
    // RE2 gives words in the lower case of every script, whatever the case in the pattern.
    for (std::string &word : words)
      word = caselessPart(word);
    if (std::ranges::none_of(words, &std::string::empty))
      lazy->words = std::move(words);
  });
  return lazy->words;
}

const std::string &Regex::pattern() const { return compiled->pattern(); }

const std::map<std::string, int> &Regex::groupNames() const {
  return compiled->NamedCapturingGroups();
}

bool Regex::contains(std::string_view text) const {
  return re2::RE2::PartialMatch(piece(text), *compiled);
}

bool Regex::matches(std::string_view text) const {
  return re2::RE2::FullMatch(piece(text), *compiled);
}

std::optional<std::vector<std::optional<Span>>> Regex::find(std::string_view text,
                                                            uint32_t from) const {
  std::vector<re2::StringPiece> groups(static_cast<size_t>(compiled->NumberOfCapturingGroups()) +
                                       1);
  if (!compiled->Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, groups.data(),
                       static_cast<int>(groups.size())))
    return std::nullopt;
  std::vector<std::optional<Span>> spans;
  for (const re2::StringPiece &group : groups) {
    if (group.data() == nullptr) {
      spans.emplace_back();
      continue;
    }
    auto begin = static_cast<uint32_t>(group.data() - text.data());
    spans.emplace_back(Span{.begin = begin, .end = begin + static_cast<uint32_t>(group.size())});
  }
  return spans;
}

} // namespace wikivet
