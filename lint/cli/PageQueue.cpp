// SPDX-License-Identifier: MIT
#include "lint/cli/PageQueue.h"

#include "lint/cli/Commands.h"

#include <fmt/format.h>

namespace wikivet {

PageQueue::PageQueue(const std::vector<std::string> &paths) {
  std::vector<Error> errors;
  files = expandPaths(paths, errors);
  for (const Error &error : errors)
    fail(error);
}

std::unique_ptr<Source> PageQueue::next() {
  while (true) {
    if (stream) {
      if (std::unique_ptr<Source> page = stream->next())
        return page;
      if (const std::optional<Error> &error = stream->error())
        fail(*error);
      stream.reset();
    }
    if (position == files.size())
      return nullptr;
    auto opened = PageStream::open(files[position++]);
    if (opened)
      stream = std::move(*opened);
    else
      fail(opened.error());
  }
}

void PageQueue::fail(const Error &error) {
  reportFailure(error);
  hasFailed = true;
}

} // namespace wikivet
