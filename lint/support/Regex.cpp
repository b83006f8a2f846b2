// SPDX-License-Identifier: MIT
#include "lint/support/Regex.h"

#include "lint/support/KnownPatterns.h"
#include "lint/support/Text.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <set>
#include <utility>

namespace wikivet {

static re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

/// A pattern with what has been worked out of it so far.
struct Regex::State {
  std::string pattern;
  bool ignoreCase;
  const KnownPattern *known; ///< null: it isn't

  std::mutex guard; ///< of what follows, but for reading what is complete
  std::atomic<const re2::RE2 *> compiled = nullptr;
  std::unique_ptr<re2::FilteredRE2> filter; ///< holds it, and can tell its words
  std::once_flag wordsOnce, namesOnce;
  std::vector<std::string> words;
  std::map<std::string, int> names;

  /// False if RE2 refuses the pattern.
  bool compile() {
    constexpr int shortestWord = 1;
    filter = std::make_unique<re2::FilteredRE2>(shortestWord);
    int id = 0;
    if (filter->Add(piece(pattern), options(), &id) != re2::RE2::NoError)
      return false;
    compiled.store(&filter->GetRE2(0), std::memory_order_release);
    return true;
  }

  re2::RE2::Options options() const {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!ignoreCase);
    return options;
  }

  const re2::RE2 &re2() {
    if (const re2::RE2 *ready = compiled.load(std::memory_order_acquire))
      return *ready;
    std::lock_guard lock(guard);
    if (!compiled.load(std::memory_order_relaxed))
      compile();
    return *compiled;
  }
};

std::expected<Regex, Error> Regex::compile(std::string_view pattern, bool ignoreCase) {
  auto state = std::make_unique<State>();
  state->pattern = pattern;
  state->ignoreCase = ignoreCase;
  state->known = findKnownPattern(pattern, ignoreCase);
  if (!state->known && !state->compile())
    return std::unexpected(
        Error{"bad regular expression: " + re2::RE2(piece(pattern), state->options()).error()});
  return Regex(std::move(state));
}

Regex::Regex(std::unique_ptr<State> state) : state(std::move(state)) {}
Regex::Regex(Regex &&) noexcept = default;
Regex::~Regex() = default;

/// Whether a character is the same in upper and lower case, by the blocks that have no letters with
/// case: punctuation, CJK, Hangul, presentation forms, specials.
static bool isCaseless(char32_t c) {
  constexpr char32_t micro = 0xB5;
  return (c < 0xC0 && c != micro) || (c >= 0x2000 && c < 0x2070) || (c >= 0x2E80 && c < 0xA4D0) ||
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

/// Of words that RE2 wants to know about, those without which the pattern can't match: as few as
/// possible, and rather long ones than short ones.
static std::vector<std::string> indispensable(const re2::FilteredRE2 &filter,
                                              std::vector<std::string> words) {
  constexpr size_t most = 500; // the time grows with its square
  if (words.size() > most)
    return {};
  std::vector<int> order;
  order.reserve(words.size());
  while (order.size() < words.size())
    order.push_back(static_cast<int>(order.size()));
  auto length = [&](int atom) { return words[static_cast<size_t>(atom)].size(); };
  std::ranges::sort(order, {}, [&](int atom) { return std::pair(length(atom), atom); });
  std::set<int> needed(order.begin(), order.end());
  auto canMatchWithoutNeeded = [&] {
    std::vector<int> others, matching;
    std::ranges::copy_if(order, std::back_inserter(others),
                         [&](int atom) { return !needed.contains(atom); });
    std::ranges::sort(others);
    filter.AllPotentials(others, &matching);
    return !matching.empty();
  };
  if (canMatchWithoutNeeded())
    return {};
  for (int atom : order) {
    needed.erase(atom);
    if (canMatchWithoutNeeded())
      needed.insert(atom);
  }
  std::vector<std::string> result;
  result.reserve(needed.size());
  for (int atom : needed)
    result.push_back(std::move(words[static_cast<size_t>(atom)]));
  return result;
}

/// The texts of a known pattern behind the pattern itself.
static std::vector<std::string_view> textsOf(const KnownPattern &known) {
  std::vector<std::string_view> texts;
  const char *next = known.text;
  for (uint32_t i = 0; i <= known.words + known.groups; ++i) {
    texts.emplace_back(next);
    next += texts.back().size() + 1;
  }
  texts.erase(texts.begin());
  return texts;
}

const std::vector<std::string> &Regex::requiredWords() const {
  std::call_once(state->wordsOnce, [this] {
    if (state->known) {
      std::vector<std::string_view> texts = textsOf(*state->known);
      state->words.assign(texts.begin(), texts.begin() + state->known->words);
      return;
    }
    std::vector<std::string> words;
    state->filter->Compile(&words);
    // RE2 gives words in the lower case of every script, whatever the case in the pattern.
    for (std::string &word : words)
      word = caselessPart(word);
    words = indispensable(*state->filter, std::move(words));
    if (std::ranges::none_of(words, &std::string::empty))
      state->words = std::move(words);
  });
  return state->words;
}

const std::string &Regex::pattern() const { return state->pattern; }

const std::map<std::string, int> &Regex::groupNames() const {
  std::call_once(state->namesOnce, [this] {
    if (!state->known) {
      state->names = state->re2().NamedCapturingGroups();
      return;
    }
    std::vector<std::string_view> texts = textsOf(*state->known);
    for (size_t i = state->known->words; i < texts.size(); ++i) {
      size_t blank = texts[i].find(' ');
      state->names.emplace(texts[i].substr(blank + 1),
                           std::stoi(std::string(texts[i].substr(0, blank))));
    }
  });
  return state->names;
}

bool Regex::contains(std::string_view text) const {
  return re2::RE2::PartialMatch(piece(text), state->re2());
}

bool Regex::matches(std::string_view text) const {
  return re2::RE2::FullMatch(piece(text), state->re2());
}

std::optional<std::vector<std::optional<Span>>> Regex::find(std::string_view text,
                                                            uint32_t from) const {
  const re2::RE2 &compiled = state->re2();
  std::vector<re2::StringPiece> groups(static_cast<size_t>(compiled.NumberOfCapturingGroups()) + 1);
  if (!compiled.Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, groups.data(),
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
