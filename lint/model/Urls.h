// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"
#include "lint/syntax/Tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

class Document;

/// An address in the page, cut into its parts (RFC 3986). All spans are of the source.
struct Url {
  Node node;                 ///< of kind `url`
  Span span;                 ///< the whole address
  std::string scheme;        ///< lower case; empty for `//host`
  bool hasAuthority = false; ///< `//` follows the scheme
  Span hostSpan;
  std::string host; ///< lower case, without a final dot; IPv6 in brackets
  std::string port; ///< as written
  Span path;        ///< what follows the authority: path, query and fragment
  /// No template or parameter takes part in the host, so it is known.
  bool hostIsKnown = true;
};

/// Cuts an address into its parts; `base` is its offset in the source.
Url parseUrl(std::string_view text, uint32_t base);

/// All addresses of a page that its readers can follow, in document order: bare ones, those of
/// external links, and those in the values of template arguments.
class Urls {
public:
  explicit Urls(const Document &document);

  const std::vector<Url> &all() const { return urls; }

private:
  std::vector<Url> urls;
};

} // namespace wikivet
