// SPDX-License-Identifier: MIT
#pragma once

#include "lint/serve/Reply.h"
#include "lint/serve/RulesCache.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace wikivet {

/// What is to be done with a page.
enum class PageTask : uint8_t { Lint, Fix };

/// A request to lint or fix a page, as its body says it.
struct PageRequest {
  std::string text;
  std::string title; ///< empty: unknown
  std::string path;  ///< only printed and compared with those of overrides: no file is read
  RulesChoice rules;

  // Of fixing:
  bool unsafe = false;
  bool cosmetic = false;
  std::optional<std::string> finding; ///< fingerprint of the only finding that is to be fixed
  size_t fix = 0;                     ///< index of its fix
};

/// Reads a body in JSON. What is wrong with it is answered with 400: malformed JSON with its line
/// and column (1-based, in bytes), members of the wrong type, unknown ones with a suggestion.
std::expected<PageRequest, Reply> readPageRequest(std::string_view body, PageTask task);

} // namespace wikivet
