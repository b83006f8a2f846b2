// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"

#include <cstdio>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace wikivet {

/// A file whose content is replaced as a whole: it is written beside the old one and renamed at the
/// end, so that whoever reads the file, and whoever is interrupted, sees the old text or the new
/// one. The permissions of an existing file are kept, and a read-only one is refused; a symbolic
/// link is followed. What is no regular file (a pipe, /dev/null) is written to as it is.
class AtomicFile {
public:
  static std::expected<AtomicFile, Error> open(const std::string &path);

  /// Appends. A failure is told by commit().
  void write(std::string_view text);
  /// Puts the file in its place; nothing may be written after that.
  std::expected<void, Error> commit();

  AtomicFile(AtomicFile &&other) noexcept;
  AtomicFile &operator=(AtomicFile &&) = delete;
  /// Removes what was written, unless it was committed.
  ~AtomicFile();

private:
  struct Closer {
    void operator()(std::FILE *file) const { std::fclose(file); }
  };
  AtomicFile() = default;

  std::string path; ///< as the user wrote it
  std::filesystem::path target;
  std::filesystem::path beside; ///< empty: `target` itself is written
  std::unique_ptr<std::FILE, Closer> file;
  bool good = true;
};

/// Replaces a file's content by a text.
std::expected<void, Error> writeAtomically(const std::string &path, std::string_view text);

} // namespace wikivet
