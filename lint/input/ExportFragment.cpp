// SPDX-License-Identifier: MIT
#include "lint/input/ExportFragment.h"

#include "lint/input/UnescapeXml.h"
#include "lint/support/Text.h"

namespace wikivet {

namespace {

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
  return std::make_unique<Source>(name, unescapeXml(body), unescapeXml(title));
}

} // namespace wikivet
