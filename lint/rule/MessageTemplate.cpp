// SPDX-License-Identifier: MIT
#include "lint/rule/MessageTemplate.h"

#include "lint/support/Text.h"

namespace wikivet {

/// Length of `{name}` at the start of the text, or 0. Names are words with hyphens.
static size_t placeholderLength(std::string_view text) {
  if (!text.starts_with('{'))
    return 0;
  size_t end = 1;
  while (end < text.size() &&
         (isLetter(text[end]) || isDigit(text[end]) || text[end] == '-' || text[end] == '_'))
    ++end;
  return end > 1 && end < text.size() && text[end] == '}' ? end + 1 : 0;
}

/// Calls `literal` for text and `name` for placeholders, in order. Of a run of braces, pairs are
/// wikitext: `{{a}}` is a template, `{{{a}}}` a placeholder between double braces.
static void scan(std::string_view text, const std::function<void(std::string_view)> &literal,
                 const std::function<void(std::string_view)> &name) {
  for (size_t i = 0; i < text.size();) {
    if (text[i] != '{') {
      literal(text.substr(i++, 1));
      continue;
    }
    size_t run = text.find_first_not_of('{', i);
    run = (run == std::string_view::npos ? text.size() : run) - i;
    literal(text.substr(i, run - run % 2));
    i += run - run % 2;
    if (run % 2 == 0)
      continue;
    if (size_t length = placeholderLength(text.substr(i)); length > 0) {
      name(text.substr(i + 1, length - 2));
      i += length;
    } else {
      literal(text.substr(i++, 1));
    }
  }
}

std::string
fillTemplate(std::string_view text,
             const std::function<std::optional<std::string>(std::string_view)> &lookUp) {
  std::string result;
  scan(
      text, [&](std::string_view literal) { result += literal; },
      [&](std::string_view name) {
        std::optional<std::string> value = lookUp(name);
        result += value ? *value : "{" + std::string(name) + "}";
      });
  return result;
}

std::vector<std::string> templateNames(std::string_view text) {
  std::vector<std::string> names;
  scan(text, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
  return names;
}

} // namespace wikivet
