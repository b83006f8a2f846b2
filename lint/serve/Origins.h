// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// The pages of other origins that may use the server
/// (https://fetch.spec.whatwg.org/#http-cors-protocol).
class Origins {
public:
  /// Each as `https://host` or `https://host:port`; `*` is any.
  explicit Origins(std::vector<std::string> allowed) : allowed(std::move(allowed)) {}

  /// Whether a text is written as an origin, or `*`.
  static bool isOrigin(std::string_view text);

  /// Whether a request with these `Origin` and `Host` headers is welcome: one without an origin (no
  /// page sent it), from a page of this server, or of an origin that is allowed.
  bool welcome(std::string_view origin, std::string_view host) const;

  /// Whether a page of an origin may read answers.
  bool allows(std::string_view origin) const;

private:
  std::vector<std::string> allowed;
};

} // namespace wikivet
