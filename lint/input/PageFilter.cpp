// SPDX-License-Identifier: MIT
#include "lint/input/PageFilter.h"

#include "lint/support/Text.h"

#include <algorithm>
#include <charconv>

namespace wikivet {

/// As names of namespaces and titles are compared.
static std::string withBlanks(std::string_view text) {
  std::string result(text);
  std::ranges::replace(result, '_', ' ');
  return result;
}

static bool isSameName(std::string_view a, std::string_view b) {
  return std::ranges::equal(withBlanks(a), withBlanks(b), {}, toLower, toLower);
}

int Namespaces::ofTitle(std::string_view title) const {
  size_t colon = title.find(':');
  if (colon != std::string_view::npos)
    for (const auto &[number, name] : names)
      if (number != 0 && isSameName(name, title.substr(0, colon)))
        return number;
  return 0;
}

bool Namespaces::isListed(int number, const std::vector<std::string> &list) const {
  return std::ranges::any_of(list, [&](const std::string &wanted) {
    int asNumber = 0;
    auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), asNumber);
    if (error == std::errc() && end == wanted.data() + wanted.size())
      return asNumber == number;
    if (number == 0)
      return isSameName(wanted, "main") || isSameName(wanted, "(main)");
    auto name = names.find(number);
    return name != names.end() && isSameName(wanted, name->second);
  });
}

bool wantsTitle(const PageFilter &filter, std::string_view title) {
  bool isListed =
      filter.titles.empty() || std::ranges::any_of(filter.titles, [&](const std::string &wanted) {
        return withBlanks(wanted) == title;
      });
  return isListed && (!filter.titlePattern || filter.titlePattern->contains(title));
}

} // namespace wikivet
