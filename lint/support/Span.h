// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

namespace wikivet {

/// Half-open range of byte offsets into one Source.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(uint32_t offset) const { return begin <= offset && offset < end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }

  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

} // namespace wikivet
