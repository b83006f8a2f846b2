// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/PageStream.h"

#include <memory>
#include <string>
#include <vector>

namespace wikivet {

/// The pages of several files and folders after one another. Says on standard error what can't be
/// read, and goes on.
class PageQueue {
public:
  explicit PageQueue(const std::vector<std::string> &paths);

  bool failed() const { return hasFailed; }
  /// Null after the last.
  std::unique_ptr<Source> next();

private:
  void fail(const Error &error);

  std::vector<std::string> files;
  size_t position = 0;
  std::unique_ptr<PageStream> stream;
  bool hasFailed = false;
};

} // namespace wikivet
