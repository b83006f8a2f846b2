// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <string_view>

namespace wikivet {

/// Which pairs of neighbouring bytes occur in a text, ASCII letters in lower case: tells in no time
/// that a word is not in it. Built in one pass.
class TextIndex {
public:
  explicit TextIndex(std::string_view text) : length(text.size()) {
    unsigned char last = 0;
    for (char c : text) {
      unsigned char byte = lower(c);
      pairs.set(static_cast<size_t>(last) << 8 | byte);
      bytes.set(byte);
      last = byte;
    }
  }

  /// Bytes of the text.
  size_t size() const { return length; }

  /// False only if the word is not in the text, in whatever case.
  bool mayHold(std::string_view word) const {
    if (word.size() == 1)
      return bytes.test(lower(word[0]));
    for (size_t i = 1; i < word.size(); ++i)
      if (!pairs.test(static_cast<size_t>(lower(word[i - 1])) << 8 | lower(word[i])))
        return false;
    return true;
  }

private:
  static unsigned char lower(char c) {
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }

  std::bitset<65536> pairs;
  std::bitset<256> bytes;
  size_t length;
};

} // namespace wikivet
