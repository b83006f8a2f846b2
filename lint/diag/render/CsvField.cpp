// SPDX-License-Identifier: MIT
#include "lint/diag/render/CsvField.h"

namespace wikivet {

std::string csvField(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos)
    return std::string(text);
  std::string result = "\"";
  for (char c : text) {
    if (c == '"')
      result += '"';
    result += c;
  }
  return result + '"';
}

} // namespace wikivet
