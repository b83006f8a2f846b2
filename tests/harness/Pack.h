// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wikivet::tests {

/// A text as one stream of bzip2, gzip, xz or zstd.
std::string compress(std::string_view text, const std::string &filter);

/// A 7z archive with files of these texts.
std::string sevenZip(const std::vector<std::string> &texts);

} // namespace wikivet::tests
