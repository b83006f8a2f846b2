// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace wikivet {

/// A file of the page at `/`.
struct PlaygroundFile {
  std::string_view path; ///< as a request names it
  std::string_view type; ///< media type
  std::string_view content;
};

// Made by lint/CMakeLists.txt from the files in lint/serve/playground/.
std::span<const PlaygroundFile> playgroundFiles();

} // namespace wikivet
