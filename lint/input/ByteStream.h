// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace wikivet {

/// Bytes that come one after another: those of a file, or those that a compressed file holds.
/// Errors name the file and the place in it.
class ByteStream {
public:
  virtual ~ByteStream() = default;

  /// Appends at most `limit` bytes, none at the end.
  virtual std::expected<void, Error> read(std::string &text, size_t limit) = 0;
  /// How many bytes of the file itself have been read.
  virtual uint64_t bytesRead() const = 0;
};

/// Bytes from `begin` up to `end` of a file.
struct ByteRange {
  uint64_t begin = 0;
  uint64_t end = UINT64_MAX;
};

/// Opens a file, or standard input for `-`. What is compressed with bzip2, gzip, xz or Zstandard is
/// unpacked, also if it consists of several streams; so is the one file of a 7z archive, which
/// can't be read from standard input or from a range. What it is is told by the content.
std::expected<std::unique_ptr<ByteStream>, Error> openBytes(const std::string &path,
                                                            ByteRange range = {});

/// Appends the first bytes of a stream, as many as tell what it holds.
std::expected<void, Error> readSample(ByteStream &bytes, std::string &text);

/// A stream from which `begin` has been read already.
std::unique_ptr<ByteStream> rewind(std::string begin, std::unique_ptr<ByteStream> rest);

/// Whether a file that begins like this is one that openBytes() unpacks.
bool isCompressed(std::string_view begin);

/// The endings of names of compressed files: ".bz2" and so on.
bool isCompressedEnding(std::string_view ending);

} // namespace wikivet
