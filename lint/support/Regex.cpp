// SPDX-License-Identifier: MIT
#include "lint/support/Regex.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <mutex>

namespace wikivet {

static re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

std::expected<Regex, Error> Regex::compile(std::string_view pattern, bool ignoreCase) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignoreCase);
  auto compiled = std::make_unique<re2::RE2>(piece(pattern), options);
  if (!compiled->ok())
    return std::unexpected(Error{"bad regular expression: " + compiled->error()});
  return Regex(std::move(compiled));
}

/// What is worked out when it is first asked for: most runs never ask.
struct Regex::Lazy {
  std::once_flag once;
  std::vector<std::string> words;
};

Regex::Regex(std::unique_ptr<re2::RE2> compiled)
    : compiled(std::move(compiled)), lazy(std::make_unique<Lazy>()) {}
Regex::Regex(Regex &&) noexcept = default;
Regex::~Regex() = default;

const std::vector<std::string> &Regex::requiredWords() const {
  std::call_once(lazy->once, [this] {
    re2::FilteredRE2 filter(1);
    int id = 0;
    if (filter.Add(compiled->pattern(), compiled->options(), &id) == re2::RE2::NoError)
      filter.Compile(&lazy->words);
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
