// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"
#include "lint/syntax/Tree.h"

#include <chrono>
#include <optional>
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

  /// `http://http://a.org/`, where the host seems to be "http".
  bool hasDoubledScheme() const { return host == "http" || host == "https"; }
};

/// Cuts an address into its parts; `base` is its offset in the source.
Url parseUrl(std::string_view text, uint32_t base);

/// An address of a copy in the Wayback Machine of the Internet Archive:
/// `https://web.archive.org/web/20200102030405id_/http://a.org/`.
struct WaybackUrl {
  std::string_view
      command; ///< what stands in place of the time, as `*` or `save`; empty if it is one
  std::string_view timestamp; ///< digits: year, month, day, hour, minute, second
  std::string_view flags;     ///< as `id_`; empty if there are none
  std::string_view target;    ///< the address that was copied
};

/// The day of a copy; nothing if its time does not say a day that there is.
std::optional<std::chrono::year_month_day> dayOf(const WaybackUrl &copy);

/// Cuts such an address into its parts; nothing if its host is another one. The views are of `url`.
std::optional<WaybackUrl> parseWaybackUrl(std::string_view url);

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
