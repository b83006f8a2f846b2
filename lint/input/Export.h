// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/PageStream.h"
#include "lint/support/InputFile.h"

#include <memory>
#include <string>
#include <string_view>

namespace wikivet {

/// Whether a file that begins like this is a MediaWiki XML export.
bool looksLikeExport(std::string_view begin);

/// The pages of an export: the text of each page's last revision. `begin` is what has already been
/// read of the file.
std::unique_ptr<PageStream> makeExportStream(InputFile file, std::string name, std::string begin);

/// The page of a fragment of an export: perhaps a title, as an element or alone on its line, then
/// an escaped `<text xml:space="preserve">` element. Null if the text is no such thing. Positions
/// are those of the unescaped text.
std::unique_ptr<Source> readExportFragment(const std::string &name, std::string_view text);

} // namespace wikivet
