// SPDX-License-Identifier: MIT
#include "lint/support/LineIndex.h"

#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

static uint32_t width(CodePoint point, ColumnUnit unit) {
  switch (unit) {
  case ColumnUnit::Byte:
    return point.length;
  case ColumnUnit::CodePoint:
    return 1;
  case ColumnUnit::Utf16:
    return point.value >= 0x10000 ? 2 : 1;
  }
  return 1;
}

LineIndex::LineIndex(std::string_view text) : text(text), starts{0} {
  for (size_t i = text.find_first_of("\r\n"); i != std::string_view::npos;
       i = text.find_first_of("\r\n", i)) {
    bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    i += pair ? 2 : 1;
    starts.push_back(static_cast<uint32_t>(i));
  }
  markLongLines();
}

void LineIndex::markLongLines() {
  // Paragraphs are shorter: no time is spent on them, and counting within one takes little.
  constexpr uint32_t longLine = 16384, distance = 1024;
  for (size_t line = 0; line < starts.size(); ++line) {
    uint32_t start = starts[line];
    auto end = line + 1 < starts.size() ? starts[line + 1] : static_cast<uint32_t>(text.size());
    if (end - start <= longLine)
      continue;
    Mark here{.offset = start, .codePoints = 0, .utf16 = 0};
    uint32_t next = start + distance;
    while (here.offset < end) {
      CodePoint point = decodeUtf8(text.substr(here.offset));
      here.offset += point.length;
      here.codePoints += width(point, ColumnUnit::CodePoint);
      here.utf16 += width(point, ColumnUnit::Utf16);
      if (here.offset >= next) {
        marks.push_back(here);
        next = here.offset + distance;
      }
    }
  }
}

LineIndex::Mark LineIndex::markBefore(uint32_t start, uint32_t offset) const {
  auto next = std::ranges::upper_bound(marks, offset, {}, &Mark::offset);
  if (next != marks.begin() && (next - 1)->offset > start)
    return *(next - 1);
  return {.offset = start, .codePoints = 0, .utf16 = 0};
}

Position LineIndex::position(uint32_t offset, ColumnUnit unit) const {
  offset = std::min(offset, static_cast<uint32_t>(text.size()));
  auto next = std::ranges::upper_bound(starts, offset);
  uint32_t start = *(next - 1);
  Mark mark = markBefore(start, offset);
  uint32_t column = 1 + (unit == ColumnUnit::CodePoint ? mark.codePoints
                         : unit == ColumnUnit::Utf16   ? mark.utf16
                                                       : mark.offset - start);
  for (uint32_t i = mark.offset; i < offset;) {
    CodePoint point = decodeUtf8(text.substr(i));
    if (i + point.length > offset)
      break;
    column += width(point, unit);
    i += point.length;
  }
  return {.line = static_cast<uint32_t>(next - starts.begin()), .column = column};
}

uint32_t LineIndex::offset(Position position, ColumnUnit unit) const {
  if (position.line > lineCount())
    return static_cast<uint32_t>(text.size());
  uint32_t start = starts[position.line - 1];
  std::string_view content = line(position.line);
  auto columnAt = [&](const Mark &mark) {
    return 1 + (unit == ColumnUnit::CodePoint ? mark.codePoints
                : unit == ColumnUnit::Utf16   ? mark.utf16
                                              : mark.offset - start);
  };
  auto first = std::ranges::upper_bound(marks, start, {}, &Mark::offset);
  auto last = std::ranges::lower_bound(marks, start + content.size(), {}, &Mark::offset);
  auto next = std::ranges::upper_bound(std::ranges::subrange(first, std::max(first, last)),
                                       position.column, {}, columnAt);
  Mark mark = next == first ? Mark{.offset = start, .codePoints = 0, .utf16 = 0} : *(next - 1);
  uint32_t i = mark.offset - start;
  for (uint32_t column = columnAt(mark); column < position.column && i < content.size();) {
    CodePoint point = decodeUtf8(content.substr(i));
    column += width(point, unit);
    i += point.length;
  }
  return start + i;
}

std::string_view LineIndex::line(uint32_t number) const {
  uint32_t start = starts[number - 1];
  size_t end = number < starts.size() ? starts[number] : text.size();
  std::string_view content = text.substr(start, end - start);
  while (!content.empty() && (content.back() == '\n' || content.back() == '\r'))
    content.remove_suffix(1);
  return content;
}

} // namespace wikivet
