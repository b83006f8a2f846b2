// SPDX-License-Identifier: MIT
#include "tests/harness/Pack.h"

#include "tests/harness/Program.h"

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>

namespace wikivet::tests {

/// Into a file, since a 7z archive needs to go back in what it writes.
static std::string pack(archive *writer, const std::vector<std::string> &texts) {
  Folder folder;
  bool good = archive_write_open_filename(writer, (folder.path / "packed").c_str()) == ARCHIVE_OK;
  for (size_t i = 0; good && i < texts.size(); ++i) {
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, ("file" + std::to_string(i)).c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(texts[i].size()));
    good = archive_write_header(writer, entry) == ARCHIVE_OK &&
           archive_write_data(writer, texts[i].data(), texts[i].size()) ==
               static_cast<la_ssize_t>(texts[i].size());
    archive_entry_free(entry);
  }
  good = archive_write_close(writer) == ARCHIVE_OK && good;
  std::string reason = good ? "" : archive_error_string(writer);
  archive_write_free(writer);
  if (!good)
    throw std::runtime_error(reason);
  return folder.read("packed");
}

std::string compress(std::string_view text, const std::string &filter) {
  archive *writer = archive_write_new();
  // By name, libarchive would bring all that it knows, and the libraries for it.
  if (filter == "bzip2")
    archive_write_add_filter_bzip2(writer);
  else if (filter == "gzip")
    archive_write_add_filter_gzip(writer);
  else if (filter == "xz")
    archive_write_add_filter_xz(writer);
  else if (filter == "zstd")
    archive_write_add_filter_zstd(writer);
  else
    throw std::invalid_argument(filter);
  archive_write_set_format_raw(writer);
  return pack(writer, {std::string(text)});
}

std::string sevenZip(const std::vector<std::string> &texts) {
  archive *writer = archive_write_new();
  archive_write_set_format_7zip(writer);
  return pack(writer, texts);
}

} // namespace wikivet::tests
