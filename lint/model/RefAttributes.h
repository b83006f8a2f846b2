// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Span.h"
#include "lint/syntax/Tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// An attribute of a `<ref>` tag as its writer meant it, which with wrong quotes is not what
/// MediaWiki reads.
struct RefAttribute {
  enum class Quotes : uint8_t {
    Right,
    None,     ///< needless ones left out
    Needed,   ///< left out around a sign that needs them
    Blank,    ///< left out around several words
    Unpaired, ///< one is missing, or the two differ
    Typeset,  ///< curly or angular ones, or two apostrophes
    Escaped,  ///< with a backslash before each
  };
  std::string name;       ///< in lower case
  Span span;              ///< all of it
  Span value;             ///< with the quotes
  std::string_view meant; ///< without the quotes
  Quotes quotes = Quotes::None;

  bool isMisquoted() const { return quotes >= Quotes::Blank; }
};

/// The attributes of a start tag, read with tolerance for quotes of every kind; nothing if a
/// template or a comment takes part.
std::vector<RefAttribute> readRefAttributes(Node tag);

/// The attributes that `<ref>` has, in lower case.
const std::vector<std::string> &refAttributeNames();
/// Whether this is one of them.
bool isRefAttribute(std::string_view name);

} // namespace wikivet
