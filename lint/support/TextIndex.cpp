// SPDX-License-Identifier: MIT
#include "lint/support/TextIndex.h"

#include <numeric>

namespace wikivet {

TextIndex::TextIndex(std::string_view text) : lowered(folded(text)), starts(0x10001) {
  for (char c : lowered)
    bytes.set(static_cast<unsigned char>(c));
  size_t pairs = lowered.empty() ? 0 : lowered.size() - 1;
  // A counting sort: first the ends, which the places then move down to the starts.
  for (size_t i = 0; i < pairs; ++i)
    ++starts[pairAt(lowered, i)];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  places.resize(pairs);
  for (size_t i = pairs; i-- > 0;)
    places[--starts[pairAt(lowered, i)]] = static_cast<uint32_t>(i);
}

} // namespace wikivet
