// SPDX-License-Identifier: MIT
#include "lint/lsp/Transport.h"

#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace wikivet::lsp {

/// The value of `Content-Length`, a number of bytes.
static std::expected<size_t, Error> readLength(std::string_view value) {
  size_t length = 0;
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (value.empty() || error != std::errc() || end != value.data() + value.size())
    return std::unexpected(Error{fmt::format("'{}' is no Content-Length", shorten(value, 40))});
  if (length > Transport::longestMessage)
    return std::unexpected(Error{fmt::format("a message of {} bytes is too long", length)});
  return length;
}

std::expected<std::optional<size_t>, Error> Transport::readHeader() {
  std::optional<size_t> length;
  std::string line;
  size_t total = 0;
  for (int c = std::getc(in);; c = std::getc(in)) {
    if (c == EOF) {
      if (total == 0)
        return std::nullopt;
      return std::unexpected(Error{"the input ends within a header"});
    }
    if (++total > longestHeader)
      return std::unexpected(Error{"a header is too long"});
    if (c != '\n') {
      line += static_cast<char>(c);
      continue;
    }
    std::string_view field = trim(line);
    if (field.empty()) {
      if (length)
        return length;
      return std::unexpected(Error{"a header has no Content-Length"});
    }
    size_t colon = field.find(':');
    if (colon == std::string_view::npos)
      return std::unexpected(Error{fmt::format("'{}' is no header field", shorten(field, 40))});
    if (equalsIgnoringCase(trim(field.substr(0, colon)), "Content-Length")) {
      auto value = readLength(trim(field.substr(colon + 1)));
      if (!value)
        return std::unexpected(value.error());
      length = *value;
    }
    line.clear();
  }
}

std::expected<std::optional<std::string>, Error> Transport::read() {
  auto header = readHeader();
  if (!header)
    return std::unexpected(header.error());
  std::optional<size_t> length = *header;
  if (!length)
    return std::nullopt;
  // Memory is taken as the bytes come: a header may promise what never arrives.
  constexpr size_t piece = size_t{1} << 20;
  std::string message;
  while (message.size() < *length) {
    size_t before = message.size();
    size_t wanted = std::min(piece, *length - before);
    message.resize(before + wanted);
    if (std::fread(message.data() + before, 1, wanted, in) != wanted)
      return std::unexpected(Error{"the input ends within a message"});
  }
  return message;
}

void Transport::write(std::string_view message) {
  std::lock_guard lock(guard);
  fmt::print(out, "Content-Length: {}\r\n\r\n", message.size());
  std::fwrite(message.data(), 1, message.size(), out);
  std::fflush(out);
}

} // namespace wikivet::lsp
