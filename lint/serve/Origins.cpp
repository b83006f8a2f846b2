// SPDX-License-Identifier: MIT
#include "lint/serve/Origins.h"

#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

/// What stands behind the scheme; empty if there is no scheme of the web.
static std::string_view authorityOf(std::string_view origin) {
  for (std::string_view scheme : {"https://", "http://"})
    if (origin.starts_with(scheme))
      return origin.substr(scheme.size());
  return {};
}

bool Origins::isOrigin(std::string_view text) {
  std::string_view authority = authorityOf(text);
  return text == "*" || (!authority.empty() && lowerCase(text) == text &&
                         authority.find_first_of("/?#@* ") == std::string_view::npos);
}

/// "[::1]" of "[::1]:80".
static std::string_view withoutPort(std::string_view host) {
  size_t digits = host.find_last_not_of("0123456789");
  bool hasPort = digits != std::string_view::npos && host[digits] == ':';
  return hasPort ? host.substr(0, digits) : host;
}

bool Origins::knowsHost(std::string_view host) const {
  if (host.empty())
    return true;
  std::string name = lowerCase(withoutPort(host));
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]" || name == lowerCase(self) ||
         name == '[' + lowerCase(self) + ']' ||
         std::ranges::any_of(allowed, [&](const std::string &entry) {
           return entry == "*" || withoutPort(authorityOf(entry)) == name;
         });
}

bool Origins::allows(std::string_view origin) const {
  return !origin.empty() && std::ranges::any_of(allowed, [&](const std::string &entry) {
    return entry == "*" || entry == origin;
  });
}

bool Origins::welcome(std::string_view origin, std::string_view host) const {
  return origin.empty() || (!host.empty() && authorityOf(origin) == host) || allows(origin);
}

} // namespace wikivet
