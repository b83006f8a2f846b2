// SPDX-License-Identifier: MIT
#include "lint/support/AtomicFile.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <random>
#include <system_error>

namespace wikivet {

std::expected<void, Error> writeAtomically(const std::string &path, std::string_view text) {
  namespace fs = std::filesystem;
  auto fail = [&](std::string_view why) {
    return std::unexpected(Error{fmt::format("{}: can't be written: {}", path, why)});
  };
  std::error_code error;
  fs::path target = path;
  if (fs::is_symlink(path, error))
    target = fs::canonical(path, error);
  else
    error.clear(); // a file that is not there yet
  if (error)
    return fail(error.message());
  fs::path beside = target;
  beside += fmt::format(".{:08x}.tmp", std::random_device{}());
  std::FILE *file = std::fopen(beside.c_str(), "wbx");
  if (!file)
    return fail(std::generic_category().message(errno));
  bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  written = std::fflush(file) == 0 && written;
  written = std::fclose(file) == 0 && written;
  if (std::error_code missing; written && fs::exists(target, missing))
    fs::permissions(beside, fs::status(target, error).permissions(), error);
  if (written && !error)
    fs::rename(beside, target, error);
  if (!written || error) {
    std::error_code ignored;
    fs::remove(beside, ignored);
    return fail(error ? error.message() : "the disk may be full");
  }
  return {};
}

} // namespace wikivet
