// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"

#include <string>
#include <string_view>

namespace wikivet {

/// The part of a source line to show, as byte offsets into it: articles have lines of thousands of
/// characters. A long line is cut to a hundred, beginning some before `begin`.
Span cropLine(std::string_view line, uint32_t begin);

/// A piece of a source line as a terminal shows it, with marks under the span.
struct Snippet {
  std::string text;
  std::string marks;
};

/// Shows a line around [begin, end), both byte offsets into the line. What a terminal would obey or
/// can't show becomes U+FFFD; what nobody would see in the span is named, as U+200B.
Snippet makeSnippet(std::string_view line, uint32_t begin, uint32_t end);

} // namespace wikivet
