// SPDX-License-Identifier: MIT
#include "lint/input/UnescapeXml.h"

#include <cstdint>
#include <cstdlib>
#include <utility>

namespace wikivet {

static void appendUtf8(std::string &text, uint32_t c) {
  auto add = [&](uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6));
    add(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12));
    add(0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  } else {
    add(0xF0 | (c >> 18));
    add(0x80 | ((c >> 12) & 0x3F));
    add(0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  }
}

std::string unescapeXml(std::string_view text) {
  static constexpr std::pair<std::string_view, char> names[] = {
      {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
  std::string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    size_t end = text[i] == '&' ? text.substr(i, 12).find(';') : std::string_view::npos;
    std::string_view name = end == std::string_view::npos ? "" : text.substr(i + 1, end - 1);
    bool found = false;
    for (auto [entity, character] : names)
      if (name == entity) {
        result += character;
        found = true;
      }
    if (!found && name.size() > 1 && name.front() == '#') {
      bool isHex = name[1] == 'x' || name[1] == 'X';
      std::string digits(name.substr(isHex ? 2 : 1));
      char *rest = nullptr;
      unsigned long value = std::strtoul(digits.c_str(), &rest, isHex ? 16 : 10);
      if (!digits.empty() && *rest == '\0' && value > 0 && value <= 0x10FFFF) {
        appendUtf8(result, static_cast<uint32_t>(value));
        found = true;
      }
    }
    if (found)
      i += end;
    else
      result += text[i];
  }
  return result;
}

} // namespace wikivet
