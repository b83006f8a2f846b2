// SPDX-License-Identifier: MIT
#include "lint/input/PlainText.h"

#include <fmt/format.h>

namespace wikivet {

std::expected<void, Error> checkPlainText(const std::string &name, std::string_view bytes) {
  constexpr size_t sampleSize = 8000; // as git does
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return std::unexpected(Error{fmt::format(
        "{}: is not text in UTF-8: it begins with the byte order mark of UTF-16", name)});
  size_t nul = bytes.substr(0, sampleSize).find('\0');
  if (nul != std::string_view::npos)
    return std::unexpected(
        Error{fmt::format("{}: is not text in UTF-8: byte {} is NUL", name, nul)});
  return {};
}

} // namespace wikivet
