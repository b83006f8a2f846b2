// SPDX-License-Identifier: MIT
#include "lint/rule/MessageTemplate.h"

#include "lint/support/Text.h"

namespace wikivet {

/// Length of `{name}` at the start of the text, or 0. Names are lower-case words with hyphens.
static size_t placeholderLength(std::string_view text) {
  if (!text.starts_with('{'))
    return 0;
  size_t end = 1;
  while (end < text.size() &&
         (isLetter(text[end]) || isDigit(text[end]) || text[end] == '-' || text[end] == '_'))
    ++end;
  return end > 1 && end < text.size() && text[end] == '}' ? end + 1 : 0;
}

std::string
fillTemplate(std::string_view text,
             const std::function<std::optional<std::string>(std::string_view)> &lookUp) {
  std::string result;
  for (size_t i = 0; i < text.size();) {
    size_t length = placeholderLength(text.substr(i));
    std::optional<std::string> value;
    if (length > 0)
      value = lookUp(text.substr(i + 1, length - 2));
    if (value) {
      result += *value;
      i += length;
    } else {
      result += text[i++];
    }
  }
  return result;
}

std::vector<std::string> templateNames(std::string_view text) {
  std::vector<std::string> names;
  for (size_t i = 0; i < text.size(); ++i)
    if (size_t length = placeholderLength(text.substr(i)); length > 0)
      names.emplace_back(text.substr(i + 1, length - 2));
  return names;
}

} // namespace wikivet
