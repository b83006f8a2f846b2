// SPDX-License-Identifier: MIT
#include "lint/diag/render/XmlText.h"

#include "lint/support/Text.h"

namespace wikivet {

std::string escapeXml(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    CodePoint point = decodeUtf8(text.substr(i));
    std::string_view bytes = text.substr(i, point.length);
    i += point.length;
    switch (point.value) {
    case '&':
      result += "&amp;";
      break;
    case '<':
      result += "&lt;";
      break;
    case '>':
      result += "&gt;";
      break;
    case '"':
      result += "&quot;";
      break;
    case '\'':
      result += "&#39;";
      break;
    case '\n':
      result += "&#10;";
      break;
    case '\r':
      result += "&#13;";
      break;
    case '\t':
      result += "&#9;";
      break;
    default:
      // https://www.w3.org/TR/xml/#NT-Char
      bool isAllowed = point.value >= 0x20 && point.value != 0xFFFE && point.value != 0xFFFF &&
                       !(point.value == 0xFFFD && point.length == 1);
      result += isAllowed ? bytes : "\uFFFD";
    }
  }
  return result;
}

} // namespace wikivet
