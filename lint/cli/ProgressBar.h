// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace wikivet {

/// How far a run has come.
struct Progress {
  uint64_t pages = 0;
  uint64_t textBytes = 0; ///< of the pages
  uint64_t fileBytes = 0; ///< read of all files, as they lie on the disk
};

/// A line on standard error that tells how far a run has come, how fast it is and when it will be
/// over. It is there after a second, and changes some times a second.
class ProgressBar {
public:
  /// `totalBytes` is the size of all files, if it is known.
  explicit ProgressBar(std::optional<uint64_t> totalBytes) : totalBytes(totalBytes) {}
  ProgressBar(const ProgressBar &) = delete;
  ProgressBar &operator=(const ProgressBar &) = delete;
  ~ProgressBar() { clear(); }

  void show(const Progress &progress);
  /// Makes room for other output; the next show() brings the line back.
  void clear();

private:
  using Clock = std::chrono::steady_clock;

  std::optional<uint64_t> totalBytes;
  Clock::time_point start = Clock::now();
  Clock::time_point nextTime = start + std::chrono::seconds(1);
  bool isShown = false;
};

} // namespace wikivet
