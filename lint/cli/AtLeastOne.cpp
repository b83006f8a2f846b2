// SPDX-License-Identifier: MIT
#include "lint/cli/AtLeastOne.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

CLI::Validator atLeastOne() {
  auto check = [](std::string &text) {
    bool isGood = !text.empty() && std::ranges::all_of(text, isDigit) &&
                  text.find_first_not_of('0') != std::string::npos;
    return isGood ? std::string()
                  : fmt::format("a number of 1 or more is expected, not '{}'", text);
  };
  return {check, "NUMBER"};
}

} // namespace wikivet
