// SPDX-License-Identifier: MIT
#include "lint/model/Wiki.h"

#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

int Wiki::namespaceOf(std::string_view title) const {
  size_t colon = title.find(':');
  if (colon == std::string_view::npos)
    return 0;
  std::string prefix(trim(title.substr(0, colon)));
  std::ranges::replace(prefix, '_', ' ');
  for (const auto &[number, names] : namespaces)
    for (const std::string &known : names)
      if (number != 0 && equalsIgnoringCase(known, prefix))
        return number;
  return 0;
}

} // namespace wikivet
