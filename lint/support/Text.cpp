// SPDX-License-Identifier: MIT
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

std::string_view trim(std::string_view text) {
  while (!text.empty() && isSpace(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back()))
    text.remove_suffix(1);
  return text;
}

std::string lowerCase(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), toLower);
  return result;
}

bool equalsIgnoringCase(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, [](char a, char b) { return toLower(a) == toLower(b); });
}

bool isAnyOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool holdsWords(std::string_view text, std::string_view words) {
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    size_t end = at + words.size();
    if ((at == 0 || !isLetter(text[at - 1])) && (end == text.size() || !isLetter(text[end])))
      return true;
  }
  return false;
}

std::vector<std::string_view> splitWords(std::string_view text, char separator) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    size_t end = std::min(text.find(separator), text.size());
    if (end > 0)
      words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string collapseSpaces(std::string_view text) {
  std::string result;
  for (char c : trim(text)) {
    if (!isSpace(c))
      result += c;
    else if (result.back() != ' ')
      result += ' ';
  }
  return result;
}

std::string shorten(std::string_view text, uint32_t codePoints) {
  size_t end = 0;
  for (uint32_t count = 0; end < text.size(); ++count) {
    if (count == codePoints)
      return std::string(trim(text.substr(0, end))) + "…";
    end += decodeUtf8(text.substr(end)).length;
  }
  return std::string(text);
}

std::string excerpt(std::string_view text, uint32_t codePoints) {
  std::string result;
  uint32_t count = 0;
  bool pending = false; // a blank, unless nothing follows
  for (size_t i = 0; i < text.size();) {
    if (isSpace(text[i])) {
      pending = count > 0;
      ++i;
      continue;
    }
    count += pending ? 2 : 1;
    if (count > codePoints)
      return result + "…";
    result += pending ? " " : "";
    pending = false;
    uint32_t length = decodeUtf8(text.substr(i)).length;
    result += text.substr(i, length);
    i += length;
  }
  return result;
}

CodePoint decodeUtf8(std::string_view text) {
  constexpr CodePoint invalid{.value = 0xFFFD, .length = 1};
  auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80)
    return {.value = first, .length = 1};
  uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length)
    return invalid;
  char32_t value = first & (0xFFU >> (length + 1));
  for (uint32_t i = 1; i < length; ++i) {
    auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0) != 0x80)
      return invalid;
    value = (value << 6) | (next & 0x3F);
  }
  bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF)
    return invalid;
  return {.value = value, .length = length};
}

} // namespace wikivet
