// SPDX-License-Identifier: MIT
#include "lint/input/ExportFragment.h"

#include "lint/support/Text.h"

#include <cstdint>
#include <cstdlib>

namespace wikivet {

namespace {

void appendUtf8(std::string &text, uint32_t c) {
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

/// Undoes XML's escapes; what is none stays.
std::string unescape(std::string_view text) {
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

std::string_view between(std::string_view text, std::string_view open, std::string_view close) {
  size_t begin = text.find(open);
  if (begin == std::string_view::npos)
    return {};
  begin += open.size();
  size_t end = text.find(close, begin);
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin);
}

} // namespace

std::unique_ptr<Source> readExportFragment(const std::string &name, std::string_view text) {
  // Articles mention `<text>` too, so nothing but a title and XML elements may stand before it.
  constexpr size_t headSize = 4096;
  size_t open = text.substr(0, headSize).find("<text ");
  size_t openEnd = open == std::string_view::npos ? open : text.find('>', open);
  if (openEnd == std::string_view::npos ||
      text.substr(open, openEnd - open).find("xml:space=\"preserve\"") == std::string_view::npos)
    return nullptr;
  std::string_view head = text.substr(0, open);
  for (std::string_view markup : {"{{", "[[", "==", "''"})
    if (head.find(markup) != std::string_view::npos)
      return nullptr;
  std::string_view title = between(head, "<title>", "</title>");
  if (title.empty())
    if (std::string_view line = trim(head.substr(0, head.find('\n'))); !line.starts_with('<'))
      title = line;
  std::string_view body = text.substr(openEnd + 1);
  body = body.substr(0, body.find("</text>"));
  return std::make_unique<Source>(name, unescape(body), unescape(title));
}

} // namespace wikivet
