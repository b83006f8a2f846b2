// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

struct Language;

/// A word, number or mark of a sentence.
struct Token {
  std::string_view text;
  std::string lower;  ///< ASCII letters in lower case; elisions with a plain apostrophe
  uint32_t begin = 0; ///< offset into the text that was cut
  uint32_t end = 0;

  bool isWord() const;
};

/// Cuts a text into words (with hyphens and apostrophes inside, but for elisions), numbers (with
/// the separators of the language), identifiers such as GF100, and single marks. `base` is added to
/// the offsets.
std::vector<Token> tokenize(std::string_view text, const Language &language, uint32_t base = 0);

enum class Bound : uint8_t { Exact, Approximate, Range, AtLeast, AtMost };

/// A number that counts something.
struct Quantity {
  int64_t low = 0;
  int64_t high = 0;
  Bound bound = Bound::Exact;
  size_t first = 0; ///< its tokens: [first, next)
  size_t next = 0;

  static constexpr int64_t unbounded = std::numeric_limits<int64_t>::max();
};

/// The quantity whose number begins at a token, with the words before it that bound or soften it.
/// Nothing for numbers that count nothing: years, days of a month, times of day, ordinals,
/// identifiers, amounts of money, percentages, numbers of chapters and the like, a lone "one", and
/// numbers side by side.
std::optional<Quantity> quantityAt(const std::vector<Token> &tokens, size_t index,
                                   const Language &language);

/// Where the noun phrase that begins at a token ends: after the noun, which is one of at most four
/// words. `from` if there is none.
size_t nounPhraseEnd(const std::vector<Token> &tokens, size_t from, const Language &language);

/// A number in digits or words at a token: its value and the token after it.
struct Numeral {
  int64_t value;
  size_t next;
};
std::optional<Numeral> numeralAt(const std::vector<Token> &tokens, size_t index,
                                 const Language &language);

} // namespace wikivet
