// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// Words of which a text must hold one to be of interest, ASCII letters in lower case and meant in
/// any case; empty: any text may do.
using Words = std::vector<std::string_view>;

/// Where each pair of neighbouring bytes occurs in a text, ASCII letters in lower case: tells in no
/// time that a word is not there, and soon where it is. Takes five times the text.
class TextIndex {
public:
  explicit TextIndex(std::string_view text);

  /// A text with its ASCII letters in lower case.
  static std::string folded(std::string_view text) {
    std::string result(text);
    for (char &c : result)
      c = lower(c);
    return result;
  }

  /// False only if the word is not in the text, in whatever case.
  bool mayHold(std::string_view word) const {
    if (word.size() == 1)
      return bytes.test(static_cast<unsigned char>(lower(word[0])));
    for (size_t i = 1; i < word.size(); ++i)
      if (count(pairAt(word, i - 1)) == 0)
        return false;
    return true;
  }

  /// Calls `take(offset)` for each place of a word in lower case, until one says false; false then.
  template <typename Take> bool forEachPlace(std::string_view word, Take take) const {
    if (!mayHold(word))
      return true;
    if (word.size() < 2) {
      for (size_t at = lowered.find(word); at != std::string::npos; at = lowered.find(word, at + 1))
        if (!take(static_cast<uint32_t>(at)))
          return false;
      return true;
    }
    size_t rarest = 0;
    for (size_t i = 1; i + 1 < word.size(); ++i)
      if (count(pairAt(word, i)) < count(pairAt(word, rarest)))
        rarest = i;
    size_t pair = pairAt(word, rarest);
    for (uint32_t i = starts[pair]; i < starts[pair + 1]; ++i) {
      size_t begin = places[i] - rarest;
      if (places[i] >= rarest && begin + word.size() <= lowered.size() &&
          std::memcmp(lowered.data() + begin, word.data(), word.size()) == 0 &&
          !take(static_cast<uint32_t>(begin)))
        return false;
    }
    return true;
  }

private:
  static char lower(char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  static size_t pairAt(std::string_view text, size_t place) {
    auto byte = [&](size_t at) { return static_cast<unsigned char>(lower(text[at])); };
    return static_cast<size_t>(byte(place) << 8 | byte(place + 1));
  }
  uint32_t count(size_t pair) const { return starts[pair + 1] - starts[pair]; }

  std::string lowered;
  std::bitset<256> bytes;
  std::vector<uint32_t> starts; ///< of each pair in `places`; one more at the end
  std::vector<uint32_t> places; ///< by pair, then in order
};

} // namespace wikivet
