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
  /// Each as `https://host` or `https://host:port`; `*` is any. `self` is the name or address that
  /// the server listens on.
  explicit Origins(std::vector<std::string> allowed, std::string self = "localhost")
      : allowed(std::move(allowed)), self(std::move(self)) {}

  /// Whether a text is written as an origin, or `*`.
  static bool isOrigin(std::string_view text);

  /// Whether a request with these `Origin` and `Host` headers is welcome: one without an origin (no
  /// page sent it), from a page of this server, or of an origin that is allowed.
  bool welcome(std::string_view origin, std::string_view host) const;

  /// Whether a `Host` header names this machine, the address that the server listens on, or the
  /// host of an origin that is allowed, with any port: one that is forwarded to the server may be
  /// another. A server that only this machine can reach is asked under other names by pages whose
  /// own name was made one of this machine ("DNS rebinding"). No name at all is none of a browser.
  bool knowsHost(std::string_view host) const;

  /// Whether a page of an origin may read answers.
  bool allows(std::string_view origin) const;

private:
  std::vector<std::string> allowed;
  std::string self;
};

} // namespace wikivet
