// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wikivet {

/// A path as a URI reference (RFC 3986): absolute ones as `file:` URIs. That of a page of a wiki is
/// a URI already.
std::string pathUri(std::string_view path);

/// The path that a `file:` URI names; nothing if it is another URI, or of another host.
std::optional<std::string> pathOfUri(std::string_view uri);

/// Bytes for `%20` and the like; what is no such code stays.
std::string percentDecoded(std::string_view text);

} // namespace wikivet
