// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Setup.h"
#include "lint/engine/Baseline.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace wikivet::lsp {

/// What the pages under one configuration are linted with.
struct Project {
  Setup setup;
  Baseline known;  ///< findings that are not to be shown
  uint64_t serial; ///< no two readings have the same
};
using ProjectPtr = std::shared_ptr<const Project>;

/// The configurations of open documents, each read once and again when its file changes. Used by
/// one thread.
class Projects {
public:
  /// Takes a message of what is wrong with a configuration.
  using Report = std::function<void(const std::string &)>;

  explicit Projects(Report report) : report(std::move(report)) {}

  /// The project of a page, by its absolute path; empty: a page that is not saved. While the
  /// configuration can't be read its last good reading counts; null if there is none.
  ProjectPtr of(const std::string &path, const SetupOptions &options);
  /// Everything is read again when it is next asked for: files or options have changed.
  void reload();

private:
  struct Entry {
    ProjectPtr project; ///< null: it could not be read
    std::filesystem::file_time_type time;
    bool isFresh = false;
  };
  ProjectPtr read(const SetupOptions &options, const std::filesystem::path &folder);

  Report report;
  std::map<std::string, Entry> entries; ///< by path of the configuration
  uint64_t lastSerial = 0;
};

} // namespace wikivet::lsp
