// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>

namespace wikivet {

/// The only element without which a sequence is sorted (in the sense of `inOrder`, which holds for
/// neighbours that are in order); nothing if it is sorted, or if more is out of order. Where either
/// of two neighbours might be the one, it is the later one.
template <typename Key, typename InOrder>
std::optional<size_t> oneOutOfOrder(std::span<const Key> keys, InOrder inOrder) {
  size_t wrong = 0;
  while (wrong + 1 < keys.size() && inOrder(keys[wrong], keys[wrong + 1]))
    ++wrong;
  if (wrong + 1 >= keys.size())
    return std::nullopt;
  auto isSortedWithout = [&](size_t left) {
    for (size_t i = wrong > 0 ? wrong - 1 : 0; i + 1 < keys.size(); ++i) {
      if (i == left)
        continue;
      size_t next = i + 1 == left ? i + 2 : i + 1;
      if (next < keys.size() && !inOrder(keys[i], keys[next]))
        return false;
    }
    return true;
  };
  for (size_t candidate : {wrong + 1, wrong})
    if (isSortedWithout(candidate))
      return candidate;
  return std::nullopt;
}

} // namespace wikivet
