// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/Export.h"
#include "lint/support/Error.h"

#include <cstddef>
#include <expected>
#include <string>

namespace wikivet {

/// How far a run has come: the files before `file` are done, and of this one what `done` says.
struct RunPosition {
  size_t file = 0;
  PagePosition done;
};

/// A file in JSON that says how far a run has come, so that another run can go on from there.
class ResumeFile {
public:
  /// Reads the file, if it is there. `run` tells runs apart by what they read: it is an error if
  /// the file is of another one.
  static std::expected<ResumeFile, Error> open(const std::string &path, const std::string &run);

  RunPosition start() const { return begin; }
  std::expected<void, Error> save(RunPosition position) const;
  /// Removes it, since all is done.
  void remove() const;

private:
  ResumeFile(std::string path, const std::string &run);

  std::string path;
  std::string run;
  RunPosition begin;
};

} // namespace wikivet
