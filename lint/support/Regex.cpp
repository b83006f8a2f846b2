// SPDX-License-Identifier: MIT
#include "lint/support/Regex.h"

#include <re2/re2.h>

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

Regex::Regex(std::unique_ptr<re2::RE2> compiled) : compiled(std::move(compiled)) {}
Regex::Regex(Regex &&) noexcept = default;
Regex::~Regex() = default;

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
