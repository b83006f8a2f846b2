// SPDX-License-Identifier: MIT
#include "tests/harness/Incremental.h"

#include <algorithm>
#include <cstdlib>

/// The first half is a text, the second says how to edit it; after each edit the tree must be that
/// of a parse from nothing.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  std::string input(reinterpret_cast<const char *>(data), size);
  wikivet::tests::IncrementalParser parser(input.substr(0, size / 2));
  std::string edits = input.substr(size / 2);
  constexpr size_t step = 8;
  for (size_t i = 0; i + step <= edits.size(); i += step) {
    auto byte = [&](size_t k) {
      return static_cast<uint32_t>(static_cast<unsigned char>(edits[i + k]));
    };
    auto length = static_cast<uint32_t>(parser.text().size());
    uint32_t begin = (byte(0) * 256 + byte(1)) % (length + 1);
    parser.edit(begin, std::min(byte(2) % 16, length - begin), edits.substr(i + 4, byte(3) % 5));
    if (!parser.equalsFreshParse())
      std::abort();
  }
  return 0;
}
