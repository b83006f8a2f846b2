// SPDX-License-Identifier: MIT
#include "lint/support/AtomicFile.h"

#include <fmt/format.h>

#include <random>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace wikivet {

namespace fs = std::filesystem;

static std::unexpected<Error> cantWrite(const std::string &path, std::string_view why) {
  return std::unexpected(Error{fmt::format("{}: can't be written: {}", path, why)});
}

/// Whether nobody may write a file, or we may not. To replace it, the folder's permission would do,
/// and who may do anything would not be stopped.
static bool isReadOnly(const fs::path &file) {
  constexpr fs::perms write =
      fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  std::error_code error;
  return (fs::status(file, error).permissions() & write) == fs::perms::none ||
         access(file.c_str(), W_OK) != 0;
}

std::expected<AtomicFile, Error> AtomicFile::open(const std::string &path) {
  AtomicFile result;
  result.path = path;
  result.target = path;
  std::error_code error, missing;
  if (fs::is_symlink(path, missing))
    result.target = fs::canonical(path, error);
  if (error)
    return cantWrite(path, error.message());
  fs::file_type type = fs::status(result.target, missing).type();
  bool isDirect = type != fs::file_type::not_found && type != fs::file_type::regular;
  if (type == fs::file_type::regular && isReadOnly(result.target))
    return cantWrite(path, "it is read-only");
  if (!isDirect) {
    result.beside = result.target;
    result.beside += fmt::format(".{:08x}.tmp", std::random_device{}());
  }
  const fs::path &written = isDirect ? result.target : result.beside;
  result.file.reset(std::fopen(written.c_str(), isDirect ? "wb" : "wbx"));
  if (!result.file) {
    std::string why = std::generic_category().message(errno);
    result.beside.clear();
    return cantWrite(path, why);
  }
  return result;
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : path(std::move(other.path)), target(std::move(other.target)),
      beside(std::exchange(other.beside, {})), file(std::move(other.file)), good(other.good) {}

void AtomicFile::write(std::string_view text) {
  good = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() && good;
}

std::expected<void, Error> AtomicFile::commit() {
  good = std::fclose(file.release()) == 0 && good;
  if (!good)
    return cantWrite(path, "the disk may be full");
  if (beside.empty())
    return {};
  std::error_code error, missing;
  if (fs::exists(target, missing))
    fs::permissions(beside, fs::status(target, error).permissions(), error);
  if (!error)
    fs::rename(beside, target, error);
  if (error)
    return cantWrite(path, error.message());
  beside.clear();
  return {};
}

AtomicFile::~AtomicFile() {
  file.reset();
  std::error_code ignored;
  if (!beside.empty())
    fs::remove(beside, ignored);
}

std::expected<void, Error> writeAtomically(const std::string &path, std::string_view text) {
  auto file = AtomicFile::open(path);
  if (!file)
    return std::unexpected(file.error());
  file->write(text);
  return file->commit();
}

} // namespace wikivet
