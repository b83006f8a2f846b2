// SPDX-License-Identifier: MIT
#include "lint/model/html/Elements.h"

#include "lint/support/Text.h"

#include <algorithm>
#include <array>

namespace wikivet::html {

namespace {

struct Element {
  std::string_view name;
  uint32_t traits;
};

/// From the HTML standard, sections "The stack of open elements" and "The list of active formatting
/// elements", and from MediaWiki's BlockLevelPass and sanitizer.
// clang-format off
constexpr Element elements[] = {
    {"", 0},
    {"a", Formatting | Inline},
    {"abbr", Inline | Misnesting},
    {"b", Formatting | Inline},
    {"bdi", Inline | Misnesting},
    {"bdo", Inline | Misnesting},
    {"big", Formatting | Inline},
    {"blockquote", Special | ClosesParagraph | BlockLine | ClosesBlock},
    {"br", Void | Special | Inline},
    {"caption", Special | Scoping | BlockLine | OpensBlock},
    {"center", Special | ClosesParagraph | Obsolete | BlockLine | ClosesBlock},
    {"cite", Inline | Misnesting},
    {"code", Formatting | Inline},
    {"data", Inline | Misnesting},
    {"dd", Special | ImpliedEnd | ClosesParagraph | BlockLine | OpensBlock},
    {"del", Inline | Misnesting},
    {"dfn", Inline | Misnesting},
    {"div", Special | ClosesParagraph | BlockLine | ClosesBlock},
    {"dl", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"dt", Special | ImpliedEnd | ClosesParagraph | BlockLine | OpensBlock},
    {"em", Formatting | Inline},
    {"figure", Special | ClosesParagraph | BlockLine | ClosesBlock},
    {"font", Formatting | Inline | Obsolete},
    {"h1", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"h2", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"h3", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"h4", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"h5", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"h6", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"hr", Void | Special | ClosesParagraph | BlockLine | ClosesBlock},
    {"i", Formatting | Inline},
    {"ins", Inline | Misnesting},
    {"kbd", Inline | Misnesting},
    {"li", Special | ImpliedEnd | ClosesParagraph | BlockLine | OpensBlock},
    {"link", Void | Special | Metadata},
    {"mark", Inline | Misnesting},
    {"meta", Void | Special | Metadata},
    {"ol", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"p", Special | ImpliedEnd | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"pre", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"q", Inline | Misnesting},
    {"rb", ImpliedEnd | Inline | Misnesting},
    {"rp", ImpliedEnd | Inline | Misnesting},
    {"rt", ImpliedEnd | Inline | Misnesting},
    {"rtc", ImpliedEnd | Inline | Misnesting},
    {"ruby", Inline | Misnesting},
    {"s", Formatting | Inline},
    {"samp", Inline | Misnesting},
    {"small", Formatting | Inline},
    {"span", Inline | Misnesting},
    {"strike", Formatting | Inline | Obsolete},
    {"strong", Formatting | Inline},
    {"style", Special | Metadata},
    {"sub", Inline | Misnesting},
    {"sup", Inline | Misnesting},
    {"table", Special | Scoping | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"tbody", Special},
    {"td", Special | Scoping | BlockLine},
    {"th", Special | Scoping | BlockLine},
    {"time", Inline | Misnesting},
    {"tr", Special | BlockLine | OpensBlock},
    {"tt", Formatting | Inline | Obsolete},
    {"u", Formatting | Inline},
    {"ul", Special | ClosesParagraph | BlockLine | OpensBlock | ClosesBlock},
    {"var", Inline | Misnesting},
    {"wbr", Void | Special},
};
// clang-format on

} // namespace

uint32_t traits(Name name) { return elements[static_cast<size_t>(name)].traits; }

std::string_view nameText(Name name) { return elements[static_cast<size_t>(name)].name; }

Name nameOf(std::string_view text) {
  std::array<char, 16> lower{};
  if (text.empty() || text.size() > lower.size())
    return Name::None;
  std::ranges::transform(text, lower.begin(), toLower);
  std::string_view wanted(lower.data(), text.size());
  const Element *found = std::ranges::lower_bound(elements, wanted, {}, &Element::name);
  return found != std::end(elements) && found->name == wanted
             ? static_cast<Name>(found - std::begin(elements))
             : Name::None;
}

} // namespace wikivet::html
