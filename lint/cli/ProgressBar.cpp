// SPDX-License-Identifier: MIT
#include "lint/cli/ProgressBar.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace wikivet {

void ProgressBar::show(const Progress &progress) {
  Clock::time_point now = Clock::now();
  if (now < nextTime)
    return;
  nextTime = now + std::chrono::milliseconds(200);
  double seconds = std::chrono::duration<double>(now - start).count();
  std::string line = fmt::format("{} pages  {:.0f} pages/s  {:.1f} MB/s", progress.pages,
                                 static_cast<double>(progress.pages) / seconds,
                                 static_cast<double>(progress.textBytes) / 1e6 / seconds);
  if (totalBytes && progress.fileBytes > 0) {
    double part = std::min(1.0, static_cast<double>(progress.fileBytes) /
                                    static_cast<double>(std::max<uint64_t>(*totalBytes, 1)));
    auto left = static_cast<uint64_t>(seconds / part - seconds);
    line += fmt::format("  {:.1f} %  {}:{:02}:{:02} left", 100 * part, left / 3600, left / 60 % 60,
                        left % 60);
  }
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
  isShown = true;
}

void ProgressBar::clear() {
  if (isShown)
    fmt::print(stderr, "\r\x1b[K");
  isShown = false;
}

} // namespace wikivet
