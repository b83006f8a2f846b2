// SPDX-License-Identifier: MIT
#include "lint/support/Uri.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <charconv>

namespace wikivet {

std::string pathUri(std::string_view path) {
  while (path.starts_with("./"))
    path.remove_prefix(2);
  bool isUri = path.starts_with("http://") || path.starts_with("https://");
  std::string_view plain = isUri ? "-._~/!$&'()*+,;=@:?%" : "-._~/!$&'()*+,;=@";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (char c : path) {
    bool isPlain = isLetter(c) || isDigit(c) || plain.find(c) != std::string_view::npos;
    if (isPlain)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

std::optional<std::string> pathOfUri(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (!equalsIgnoringCase(uri.substr(0, scheme.size()), scheme))
    return std::nullopt;
  uri.remove_prefix(scheme.size());
  if (constexpr std::string_view host = "localhost"; uri.starts_with(host))
    uri.remove_prefix(host.size());
  if (!uri.starts_with('/'))
    return std::nullopt;
  return percentDecoded(uri.substr(0, uri.find_first_of("?#")));
}

std::string percentDecoded(std::string_view text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    if (text[i] == '%' && i + 2 < text.size()) {
      const char *end = text.data() + i + 3;
      if (std::from_chars(text.data() + i + 1, end, byte, 16).ptr == end) {
        result += static_cast<char>(byte);
        i += 2;
        continue;
      }
    }
    result += text[i];
  }
  return result;
}

} // namespace wikivet
