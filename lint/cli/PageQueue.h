// SPDX-License-Identifier: MIT
#pragma once

#include "lint/cli/Interrupt.h"
#include "lint/cli/PageOptions.h"
#include "lint/cli/ProgressBar.h"
#include "lint/cli/ResumeFile.h"
#include "lint/input/PageStream.h"

#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// The pages of several files and folders after one another. Says on standard error what can't be
/// read, and goes on. It can keep in a file how far the run has come, and begins where that says.
class PageQueue {
public:
  /// `isTerminalFree` says that nothing else is printed on a terminal meanwhile, so that progress
  /// can be.
  explicit PageQueue(const std::vector<std::string> &paths, const PageOptions &options = {},
                     bool isTerminalFree = false);

  /// Null after the last, and where the run is to end early.
  std::unique_ptr<Source> next();
  /// The first page given that was not finished yet is done: its findings are printed. May be
  /// called by another thread than next(). Needed only for progress and resuming.
  void finish();
  /// After the last page. `isPrinted` says whether all findings could be printed.
  void end(bool isPrinted = true);
  /// Whether something could not be read, or the run was interrupted.
  bool failed() const { return hasFailed; }

private:
  /// A page that was given and isn't done.
  struct PageInWork {
    RunPosition position;
    uint64_t textBytes, fileBytes;
  };
  void closeStream();
  void fail(const Error &error);
  std::optional<uint64_t> totalBytes() const;
  /// Tells a run from others by what it reads.
  std::string describeRun(const PageOptions &options) const;
  void save();
  void tellOmissions();

  std::vector<std::string> files;
  ReadOptions readOptions;
  std::optional<uint64_t> limit;
  size_t file = 0; ///< the one that is read
  std::unique_ptr<PageStream> stream;
  uint64_t bytesOfFiles = 0; ///< of those before
  uint64_t given = 0;
  bool isFiltered;         ///< not all pages are wanted
  bool isComplete = false; ///< nothing is left to be read

  std::mutex guard; ///< of what both threads use, which is all from here on
  std::deque<PageInWork> inWork;
  RunPosition finished;
  Progress progress;
  std::optional<ProgressBar> bar;
  std::optional<ResumeFile> resume;
  std::optional<Interrupt> interrupt;
  std::chrono::steady_clock::time_point nextSave;
  bool hasFailed = false;
  bool canSave = true;
};

} // namespace wikivet
