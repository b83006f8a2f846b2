// SPDX-License-Identifier: MIT
#include "lint/cli/ResumeFile.h"

#include "lint/support/AtomicFile.h"
#include "lint/support/InputFile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <system_error>

namespace wikivet {

namespace fs = std::filesystem;
using nlohmann::json;

/// Names of files may hold any bytes, JSON may not: what is not UTF-8 becomes U+FFFD.
static std::string asUtf8(const std::string &text) {
  return json::parse(json(text).dump(-1, ' ', false, json::error_handler_t::replace))
      .get<std::string>();
}

ResumeFile::ResumeFile(std::string path, const std::string &run)
    : path(std::move(path)), run(asUtf8(run)) {}

std::expected<ResumeFile, Error> ResumeFile::open(const std::string &path, const std::string &run) {
  ResumeFile result(path, run);
  std::error_code error;
  if (!fs::exists(path, error))
    return result;
  auto text = InputFile::readWhole(path);
  if (!text)
    return std::unexpected(text.error());
  json content = json::parse(*text, nullptr, false);
  auto number = [&](const char *key) -> std::optional<uint64_t> {
    auto value = content.find(key);
    if (value == content.end() || !value->is_number_unsigned())
      return std::nullopt;
    return value->get<uint64_t>();
  };
  std::optional<uint64_t> file, pages, revisions;
  if (content.is_object() && content.value("run", json()).is_string()) {
    file = number("file");
    pages = number("pages");
    revisions = number("revisions");
  }
  if (!file || !pages || !revisions)
    return std::unexpected(
        Error{fmt::format("{}: this is no file that --resume has written", path)});
  if (content["run"] != result.run)
    return std::unexpected(
        Error{fmt::format("{}: it is of a run over other files or with other options for what to "
                          "read; remove it to begin anew. It says: {}",
                          path, content["run"].get<std::string>())});
  result.begin = {.file = static_cast<size_t>(*file),
                  .done = {.pages = *pages, .revisions = *revisions}};
  return result;
}

std::expected<void, Error> ResumeFile::save(RunPosition position) const {
  json content = {{"run", run},
                  {"file", position.file},
                  {"pages", position.done.pages},
                  {"revisions", position.done.revisions}};
  return writeAtomically(path, content.dump(2) + "\n");
}

void ResumeFile::remove() const {
  std::error_code error;
  fs::remove(path, error);
}

} // namespace wikivet
