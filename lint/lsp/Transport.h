// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <cstdio>
#include <expected>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace wikivet::lsp {

/// Messages over two streams, each behind a header that says its length (the protocol's "base
/// protocol").
class Transport {
public:
  /// Bytes of a message and of its header that are accepted.
  static constexpr size_t longestMessage = size_t{1} << 28;
  static constexpr size_t longestHeader = 8192;

  /// Both must outlive the object.
  Transport(std::FILE *in, std::FILE *out) : in(in), out(out) {}

  /// Waits for the next message; nothing at the end of the stream. After an error nothing more can
  /// be read, since nobody knows where the next message begins.
  std::expected<std::optional<std::string>, Error> read();
  /// May be called by several threads at once.
  void write(std::string_view message);

private:
  std::expected<std::optional<size_t>, Error> readHeader();

  std::FILE *in;
  std::FILE *out;
  std::mutex guard;
};

} // namespace wikivet::lsp
