// SPDX-License-Identifier: MIT
#include "lint/diag/render/Fingerprint.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <unordered_map>

namespace wikivet {

static uint64_t hash(std::string_view text) {
  uint64_t value = 0xCBF29CE484222325U;
  for (char c : text)
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return value;
}

std::vector<std::string> fingerprints(const Source &source,
                                      std::span<const Diagnostic> diagnostics) {
  const std::string &page = source.title().empty() ? source.path() : source.title();
  std::unordered_map<std::string, uint32_t> seen;
  std::vector<std::string> result;
  for (const Diagnostic &diagnostic : diagnostics) {
    std::string key = fmt::format("{}\x1f{}\x1f{}", diagnostic.rule, page,
                                  collapseSpaces(source.text(diagnostic.span)));
    uint32_t ordinal = seen[key]++;
    result.push_back(fmt::format("{:016x}", hash(fmt::format("{}\x1f{}", key, ordinal))));
  }
  return result;
}

} // namespace wikivet
