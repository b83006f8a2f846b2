// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wikivet::html {

/// The elements that wikitext can make: those that MediaWiki's sanitizer lets through, and those
/// that its own markup stands for. In alphabetical order.
enum class Name : uint8_t {
  None,
  A,
  Abbr,
  B,
  Bdi,
  Bdo,
  Big,
  Blockquote,
  Br,
  Caption,
  Center,
  Cite,
  Code,
  Data,
  Dd,
  Del,
  Dfn,
  Div,
  Dl,
  Dt,
  Em,
  Figure,
  Font,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Hr,
  I,
  Ins,
  Kbd,
  Li,
  Link,
  Mark,
  Meta,
  Ol,
  P,
  Pre,
  Q,
  Rb,
  Rp,
  Rt,
  Rtc,
  Ruby,
  S,
  Samp,
  Small,
  Span,
  Strike,
  Strong,
  Style,
  Sub,
  Sup,
  Table,
  Tbody,
  Td,
  Th,
  Time,
  Tr,
  Tt,
  U,
  Ul,
  Var,
  Wbr,
};

inline constexpr size_t nameCount = static_cast<size_t>(Name::Wbr) + 1;

/// What the HTML standard and MediaWiki say of an element.
enum Trait : uint32_t {
  Void = 1U << 0,       ///< has no content
  Formatting = 1U << 1, ///< is opened again where it was closed too early
  Special = 1U << 2,    ///< an end tag of another element doesn't close it
  Scoping = 1U << 3,    ///< end tags don't look beyond it
  ImpliedEnd = 1U << 4, ///< ends where its parent does, without an end tag
  ClosesParagraph = 1U << 5,
  Inline = 1U << 6,     ///< may stand in a paragraph
  Metadata = 1U << 7,   ///< shows nothing
  Obsolete = 1U << 8,   ///< removed from HTML
  Misnesting = 1U << 9, ///< inline, but not opened again as formatting elements are
  // How a line that holds one of its tags stops being a paragraph, see Paragraphs.cpp.
  BlockLine = 1U << 10,   ///< no paragraph on a line with its tags
  OpensBlock = 1U << 11,  ///< nor on the lines behind its start tag
  ClosesBlock = 1U << 12, ///< but again behind its end tag
};

uint32_t traits(Name name);
inline bool has(Name name, uint32_t wanted) { return (traits(name) & wanted) != 0; }
inline bool isHeading(Name name) { return name >= Name::H1 && name <= Name::H6; }
inline bool isCell(Name name) { return name == Name::Td || name == Name::Th; }
inline bool isListItem(Name name) {
  return name == Name::Li || name == Name::Dd || name == Name::Dt;
}

/// The element of a tag's name in any case; None if there is no such element.
Name nameOf(std::string_view text);
/// As it is written, in lower case.
std::string_view nameText(Name name);

} // namespace wikivet::html
