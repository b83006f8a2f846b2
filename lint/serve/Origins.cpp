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

bool Origins::allows(std::string_view origin) const {
  return !origin.empty() && std::ranges::any_of(allowed, [&](const std::string &entry) {
    return entry == "*" || entry == origin;
  });
}

bool Origins::welcome(std::string_view origin, std::string_view host) const {
  return origin.empty() || (!host.empty() && authorityOf(origin) == host) || allows(origin);
}

} // namespace wikivet
