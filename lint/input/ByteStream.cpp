// SPDX-License-Identifier: MIT
#include "lint/input/ByteStream.h"

#include "lint/support/InputFile.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

namespace wikivet {

namespace {

/// What a compressed file begins with, and how its name ends.
struct Compression {
  std::string_view magic;
  std::string_view ending;
};

constexpr std::array<Compression, 5> compressions = {{{"BZh", ".bz2"},
                                                      {"\x1F\x8B", ".gz"},
                                                      {{"\xFD"
                                                        "7zXZ\0",
                                                        6},
                                                       ".xz"},
                                                      {"\x28\xB5\x2F\xFD", ".zst"},
                                                      {"7z\xBC\xAF\x27\x1C", ".7z"}}};

constexpr std::string_view gzipEnding = ".gz", sevenZipEnding = ".7z";

const Compression *compressionOf(std::string_view begin) {
  const auto *found = std::ranges::find_if(
      compressions, [&](const Compression &one) { return begin.starts_with(one.magic); });
  return found == compressions.end() ? nullptr : found;
}

constexpr size_t blockSize = size_t{1} << 16;

/// A file as it is.
class FileBytes final : public ByteStream {
public:
  FileBytes(InputFile file, ByteRange range) : file(std::move(file)), range(range) {}

  std::expected<void, Error> read(std::string &text, size_t limit) override {
    size_t before = text.size();
    auto result = file.read(text, std::min<uint64_t>(limit, range.end - range.begin - count));
    count += text.size() - before;
    return result;
  }
  uint64_t bytesRead() const override { return count; }

private:
  InputFile file;
  ByteRange range;
  uint64_t count = 0; ///< never more than the range has
};

/// A stream of which the first bytes have been looked at.
class Rewound final : public ByteStream {
public:
  Rewound(std::string begin, std::unique_ptr<ByteStream> rest)
      : begin(std::move(begin)), rest(std::move(rest)) {}

  std::expected<void, Error> read(std::string &text, size_t limit) override {
    if (position == begin.size())
      return rest->read(text, limit);
    size_t size = std::min(limit, begin.size() - position);
    text.append(begin, position, size);
    position += size;
    return {};
  }
  uint64_t bytesRead() const override { return rest->bytesRead(); }

private:
  std::string begin;
  std::unique_ptr<ByteStream> rest;
  size_t position = 0;
};

/// What a file compressed with gzip holds. libarchive would not look at its checksums.
class GunzippedBytes final : public ByteStream {
public:
  GunzippedBytes(std::unique_ptr<ByteStream> packed, std::string name, uint64_t offset)
      : packed(std::move(packed)), name(std::move(name)), offset(offset) {
    constexpr int gzipOnly = 16;
    hasMemory = inflateInit2(&inflater, MAX_WBITS + gzipOnly) == Z_OK;
  }
  ~GunzippedBytes() override { inflateEnd(&inflater); }

  std::expected<void, Error> read(std::string &text, size_t limit) override {
    size_t before = text.size(), size = 0;
    text.resize(before + limit);
    std::expected<void, Error> result = inflate(text.data() + before, limit, size);
    text.resize(before + size);
    return result;
  }
  uint64_t bytesRead() const override { return packed->bytesRead(); }

private:
  std::expected<void, Error> inflate(char *target, size_t limit, size_t &size) {
    int status = hasMemory ? Z_OK : Z_MEM_ERROR;
    while (size == 0 && (status == Z_OK || status == Z_STREAM_END)) {
      if (inflater.avail_in == 0) {
        block.clear();
        if (auto result = packed->read(block, blockSize); !result)
          return result;
        if (block.empty())
          return isBetween ? std::expected<void, Error>() : failure("it ends too early");
        inflater.next_in = reinterpret_cast<Bytef *>(block.data());
        inflater.avail_in = static_cast<uInt>(block.size());
      }
      inflater.next_out = reinterpret_cast<Bytef *>(target);
      inflater.avail_out = static_cast<uInt>(limit);
      status = ::inflate(&inflater, Z_NO_FLUSH);
      size = limit - inflater.avail_out;
      // Another stream may follow.
      isBetween = status == Z_STREAM_END;
      if (isBetween)
        inflateReset(&inflater);
    }
    if (status != Z_OK && status != Z_STREAM_END)
      return failure(inflater.msg ? inflater.msg : "unknown error");
    return {};
  }

  std::unexpected<Error> failure(std::string_view reason) const {
    return std::unexpected(Error{fmt::format("{}: can't be unpacked beyond byte {}: {}", name,
                                             offset + bytesRead(), reason)});
  }

  std::unique_ptr<ByteStream> packed;
  std::string name;
  uint64_t offset; ///< of the first byte in the file
  std::string block;
  z_stream inflater = {};
  bool hasMemory = false;
  bool isBetween = false; ///< a stream has ended, and no other has begun
};

/// What libarchive unpacks.
class UnpackedBytes final : public ByteStream {
public:
  explicit UnpackedBytes(std::string name, uint64_t offset = 0)
      : name(std::move(name)), offset(offset), handle(archive_read_new()) {}

  /// Reads from a stream.
  std::expected<void, Error> open(std::unique_ptr<ByteStream> bytes) {
    packed = std::move(bytes);
    archive *reader = handle.get();
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_format_raw(reader);
    archive_read_support_format_empty(reader);
    return begin(archive_read_open(reader, this, nullptr, onRead, nullptr));
  }

  /// Reads a 7z archive, for which libarchive must be free to move in the file.
  std::expected<void, Error> openSevenZip(const std::string &path) {
    archive_read_support_format_7zip(handle.get());
    return begin(archive_read_open_filename(handle.get(), path.c_str(), blockSize));
  }

  std::expected<void, Error> read(std::string &text, size_t limit) override {
    if (atEnd)
      return {};
    size_t before = text.size();
    text.resize(before + limit);
    la_ssize_t size = archive_read_data(handle.get(), text.data() + before, limit);
    text.resize(before + static_cast<size_t>(std::max<la_ssize_t>(size, 0)));
    if (size < 0)
      return std::unexpected(failure());
    atEnd = size == 0;
    // An archive of several files has no one text.
    archive_entry *entry = nullptr;
    if (atEnd && archive_read_next_header(handle.get(), &entry) == ARCHIVE_OK)
      return std::unexpected(Error{fmt::format(
          "{}: the archive holds several files, of which the first was read: unpack it", name)});
    return {};
  }

  uint64_t bytesRead() const override {
    return packed ? packed->bytesRead()
                  : static_cast<uint64_t>(archive_filter_bytes(handle.get(), -1));
  }

private:
  std::expected<void, Error> begin(int status) {
    archive_entry *entry = nullptr;
    if (status == ARCHIVE_OK)
      status = archive_read_next_header(handle.get(), &entry);
    if (status == ARCHIVE_EOF)
      atEnd = true;
    else if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
      return std::unexpected(failure());
    return {};
  }

  Error failure() const {
    if (readError)
      return *readError;
    const char *reason = archive_error_string(handle.get());
    return {fmt::format("{}: can't be unpacked beyond byte {}: {}", name, offset + bytesRead(),
                        reason ? reason : "unknown error")};
  }

  static la_ssize_t onRead(archive * /*handle*/, void *self, const void **block) {
    auto *stream = static_cast<UnpackedBytes *>(self);
    stream->block.clear();
    if (auto result = stream->packed->read(stream->block, blockSize); !result) {
      stream->readError = result.error();
      return -1;
    }
    *block = stream->block.data();
    return static_cast<la_ssize_t>(stream->block.size());
  }

  struct Deleter {
    void operator()(archive *reader) const { archive_read_free(reader); }
  };

  std::string name;
  uint64_t offset;                    ///< of the first byte in the file
  std::unique_ptr<ByteStream> packed; ///< null for a 7z archive
  std::string block;                  ///< what libarchive has of it
  std::optional<Error> readError;
  std::unique_ptr<archive, Deleter> handle;
  bool atEnd = false;
};

} // namespace

bool isCompressed(std::string_view begin) { return compressionOf(begin) != nullptr; }

bool isCompressedEnding(std::string_view ending) {
  return std::ranges::any_of(compressions,
                             [&](const Compression &one) { return one.ending == ending; });
}

std::expected<std::unique_ptr<ByteStream>, Error> openBytes(const std::string &path,
                                                            ByteRange range) {
  auto file = InputFile::open(path);
  if (!file)
    return std::unexpected(file.error());
  if (range.begin > 0)
    if (auto result = file->seek(range.begin); !result)
      return std::unexpected(result.error());
  std::string name = path == "-" ? "<stdin>" : path;
  std::unique_ptr<ByteStream> bytes = std::make_unique<FileBytes>(std::move(*file), range);
  std::string start;
  if (auto result = bytes->read(start, blockSize); !result)
    return std::unexpected(result.error());
  const Compression *compression = compressionOf(start);
  if (compression && compression->ending == sevenZipEnding) {
    if (path == "-" || range.begin > 0)
      return std::unexpected(
          Error{fmt::format("{}: a 7z archive can be read from a file only", name)});
    auto unpacked = std::make_unique<UnpackedBytes>(name);
    if (auto result = unpacked->openSevenZip(path); !result)
      return std::unexpected(result.error());
    return unpacked;
  }
  bytes = rewind(std::move(start), std::move(bytes));
  if (!compression)
    return bytes;
  if (compression->ending == gzipEnding)
    return std::make_unique<GunzippedBytes>(std::move(bytes), name, range.begin);
  auto unpacked = std::make_unique<UnpackedBytes>(name, range.begin);
  if (auto result = unpacked->open(std::move(bytes)); !result)
    return std::unexpected(result.error());
  return unpacked;
}

std::expected<void, Error> readSample(ByteStream &bytes, std::string &text) {
  constexpr size_t sampleSize = size_t{1} << 16;
  // A stream may give little at a time.
  for (size_t before = SIZE_MAX; text.size() < sampleSize && text.size() != before;) {
    before = text.size();
    if (auto result = bytes.read(text, sampleSize - before); !result)
      return result;
  }
  return {};
}

std::unique_ptr<ByteStream> rewind(std::string begin, std::unique_ptr<ByteStream> rest) {
  return std::make_unique<Rewound>(std::move(begin), std::move(rest));
}

} // namespace wikivet
