// SPDX-License-Identifier: MIT
#include "lint/lsp/Positions.h"

#include <algorithm>
#include <limits>

namespace wikivet::lsp {

ColumnUnit negotiatedUnit(const Json &clientCapabilities) {
  const Json &offered = memberOf(clientCapabilities, "general", "positionEncodings");
  if (offered.is_array())
    for (const Json &name : offered)
      for (ColumnUnit unit : {ColumnUnit::Byte, ColumnUnit::Utf16, ColumnUnit::CodePoint})
        if (name == encodingName(unit))
          return unit;
  return ColumnUnit::Utf16;
}

std::string_view encodingName(ColumnUnit unit) {
  switch (unit) {
  case ColumnUnit::Byte:
    return "utf-8";
  case ColumnUnit::CodePoint:
    return "utf-32";
  case ColumnUnit::Utf16:
    return "utf-16";
  }
  return "";
}

Json Positions::position(uint32_t offset) const {
  Position place = lines->position(offset, unit);
  return {{"line", place.line - 1}, {"character", place.column - 1}};
}

Json Positions::range(Span span) const {
  return {{"start", position(span.begin)}, {"end", position(span.end)}};
}

uint32_t Positions::offset(const Json &position) const {
  auto number = [&](const char *name) {
    // The protocol's numbers go up to 2^31 - 1.
    constexpr uint64_t most = std::numeric_limits<int32_t>::max();
    auto value = position.at(name).get<int64_t>();
    return static_cast<uint32_t>(
        std::min(static_cast<uint64_t>(std::max<int64_t>(value, 0)), most));
  };
  return lines->offset({.line = number("line") + 1, .column = number("character") + 1}, unit);
}

Span Positions::span(const Json &range) const {
  uint32_t begin = offset(range.at("start"));
  return {.begin = begin, .end = std::max(begin, offset(range.at("end")))};
}

} // namespace wikivet::lsp
