// SPDX-License-Identifier: MIT
#include "lint/diag/render/Snippet.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

/// A rough width in a terminal: 2 for East Asian wide characters and emoji, 0 for combining marks.
static uint32_t displayWidth(char32_t c) {
  if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF)
    return 0;
  bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
              (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
              (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
              (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

/// Whether a code point shows nothing by itself: spaces of no width, joiners, marks of direction.
static bool isInvisible(char32_t c) {
  return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

Span cropLine(std::string_view line, uint32_t begin) {
  constexpr uint32_t shownColumns = 100;
  constexpr uint32_t leadColumns = 24; // kept before the span
  auto size = static_cast<uint32_t>(line.size());
  Span shown{.begin = 0, .end = 0};
  if (size > shownColumns) {
    // Some characters back from the span, without looking at the rest of a long line.
    shown.begin = std::min(begin, size);
    for (uint32_t columns = 0; columns < leadColumns && shown.begin > 0; ++columns) {
      uint32_t length = 1;
      while (length < 4 && length < shown.begin && (line[shown.begin - length] & 0xC0) == 0x80)
        ++length;
      shown.begin -= length;
    }
  }
  shown.end = shown.begin;
  for (uint32_t columns = 0; columns < shownColumns && shown.end < size; ++columns)
    shown.end += decodeUtf8(line.substr(shown.end)).length;
  return shown;
}

Snippet makeSnippet(std::string_view line, uint32_t begin, uint32_t end) {
  Span shown = cropLine(line, begin);
  Snippet snippet;
  if (shown.begin > 0) {
    snippet.text = "…";
    snippet.marks = " ";
  }
  for (uint32_t i = shown.begin; i < shown.end;) {
    CodePoint point = decodeUtf8(line.substr(i));
    bool valid = point.value != 0xFFFD || point.length == 3;
    bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    bool marked = i >= begin && (i < end || i == begin);
    if (marked && isInvisible(point.value)) {
      std::string name = fmt::format("U+{:04X}", static_cast<uint32_t>(point.value));
      snippet.text += name;
      snippet.marks.append(name.size(), '^');
      i += point.length;
      continue;
    }
    if (point.value == '\t')
      snippet.text += ' ';
    else if (control || !valid)
      snippet.text += "\uFFFD";
    else
      snippet.text += line.substr(i, point.length);
    // A mark that combines with the letter before it has no place of its own.
    uint32_t width =
        i == begin ? std::max(1U, displayWidth(point.value)) : displayWidth(point.value);
    snippet.marks.append(width, marked ? '^' : ' ');
    i += point.length;
  }
  if (shown.end < line.size())
    snippet.text += "…";
  if (begin >= line.size())
    snippet.marks += '^';
  snippet.marks.erase(snippet.marks.find_last_not_of(' ') + 1);
  return snippet;
}

} // namespace wikivet
