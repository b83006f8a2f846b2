// SPDX-License-Identifier: MIT
#include "lint/support/InputFile.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <system_error>

namespace wikivet {

static std::unexpected<Error> failed(const std::string &name, int number) {
  return std::unexpected(
      Error{fmt::format("{}: {}", name, std::generic_category().message(number))});
}

void InputFile::Closer::operator()(std::FILE *file) const {
  if (file != stdin)
    std::fclose(file);
}

std::expected<InputFile, Error> InputFile::open(const std::string &path) {
  if (path == "-")
    return InputFile(stdin, "<stdin>");
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    return failed(path, EISDIR);
  std::FILE *file = std::fopen(path.c_str(), "rb");
  if (!file)
    return failed(path, errno);
  return InputFile(file, path);
}

std::expected<std::string, Error> InputFile::readWhole(const std::string &path) {
  auto file = open(path);
  if (!file)
    return std::unexpected(file.error());
  std::string text;
  if (auto result = readAll(*file, file->name, text); !result)
    return std::unexpected(result.error());
  return text;
}

std::expected<void, Error> InputFile::read(std::string &text, size_t limit) {
  size_t old = text.size();
  size_t count = 0;
  text.resize_and_overwrite(old + limit, [&](char *data, size_t) {
    count = std::fread(data + old, 1, limit, file.get());
    return old + count;
  });
  if (count < limit && std::ferror(file.get()))
    return failed(name, errno);
  return {};
}

std::expected<void, Error> InputFile::seek(uint64_t offset) {
  if (offset > INT64_MAX || fseeko(file.get(), static_cast<off_t>(offset), SEEK_SET) != 0)
    return failed(name, errno);
  return {};
}

} // namespace wikivet
