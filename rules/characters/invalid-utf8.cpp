// SPDX-License-Identifier: MIT
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <optional>

namespace wikivet {
namespace {

/// The first byte of a text that is part of no code point in UTF-8.
std::optional<uint32_t> firstInvalidByte(std::string_view text) {
  for (uint32_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    uint32_t length = decodeUtf8(text.substr(i)).length;
    // What is longer is valid, and what is valid longer.
    if (length == 1)
      return i;
    i += length;
  }
  return std::nullopt;
}

class InvalidUtf8 final : public Check {
public:
  void finish(CheckContext &ctx) override {
    std::string_view text = ctx.document().source().text();
    std::optional<uint32_t> place = firstInvalidByte(text);
    if (!place)
      return;
    ctx.report({.begin = *place, .end = *place + 1}, "found")
        .arg("byte", fmt::format("{:02X}", static_cast<unsigned char>(text[*place])))
        .arg("offset", *place);
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(invalid_utf8, InvalidUtf8)
