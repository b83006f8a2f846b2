// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <chrono>
#include <cstddef>
#include <expected>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace wikivet {

struct HttpOptions {
  std::string userAgent;
  std::chrono::seconds timeout{30}; ///< for a whole request
  /// Longer answers are refused; bytes after decompression.
  size_t maxSize = size_t{64} << 20;
};

struct HttpAnswer {
  long status = 0;
  std::string contentType;
  std::string body;
  std::chrono::seconds retryAfter{0}; ///< what the server asks for; 0 if it asks for nothing
};

/// Why there is no answer.
struct HttpFailure {
  std::string message; ///< as that of an Error, without the address
  bool isTransient;    ///< whether it may be otherwise a little later
};

/// Asks servers by HTTP, over libcurl. Follows a few redirects, none of which leads away from http
/// and https, or from https to http. Keeps no cookies, and the connection for the next request.
class HttpClient {
public:
  explicit HttpClient(HttpOptions options);

  /// An answer of any status. One request at a time.
  std::expected<HttpAnswer, HttpFailure> get(const std::string &url);

  using Parameters = std::vector<std::pair<std::string, std::string>>;
  /// An address with parameters added to it, in percent-encoding. An error if it is none of http or
  /// https, or holds a password.
  static std::expected<std::string, Error> address(const std::string &url,
                                                   const Parameters &parameters);
  /// Name and version of the library, as a User-Agent has them.
  static std::string libraryName();

private:
  struct Deleter {
    void operator()(void *handle) const;
  };
  HttpOptions options;
  std::unique_ptr<void, Deleter> handle; ///< curl's CURL is void
};

} // namespace wikivet
