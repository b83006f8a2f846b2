// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// Blank, tab, line break and the like (ASCII only).
constexpr bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || isUpper(c); }
/// An ASCII letter, or a byte of a character beyond ASCII, of which most are letters.
constexpr bool isLetterByte(char c) { return isLetter(c) || static_cast<unsigned char>(c) >= 0x80; }
constexpr char toLower(char c) { return isUpper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Without ASCII white space at either end.
std::string_view trim(std::string_view text);

/// ASCII letters in lower case, the rest as it is.
std::string lowerCase(std::string_view text);

/// Equal but for the case of ASCII letters.
bool equalsIgnoringCase(std::string_view left, std::string_view right);

/// Whether a word is one of some.
bool isAnyOf(std::string_view word, std::initializer_list<std::string_view> words);

/// Whether words stand in a text as whole words: neither within other letters (ASCII).
bool holdsWords(std::string_view text, std::string_view words);

/// The pieces of a text between separators; empty ones are left out.
std::vector<std::string_view> splitWords(std::string_view text, char separator);

/// Runs of white space become one blank; none is left at either end.
std::string collapseSpaces(std::string_view text);

/// Cut to at most so many code points, with an ellipsis if something was cut.
std::string shorten(std::string_view text, uint32_t codePoints);

/// What a message shows of a text of the page: the start of it, with white space collapsed. Looks
/// at no more than is shown, so that a page of nested texts is not read again for each.
std::string excerpt(std::string_view text, uint32_t codePoints);

/// A decoded code point and how many bytes it took.
struct CodePoint {
  char32_t value;  ///< U+FFFD for a byte that starts no valid sequence
  uint32_t length; ///< 1 to 4
};

/// Decodes the code point at the start of a text that is not empty.
CodePoint decodeUtf8(std::string_view text);

} // namespace wikivet
