// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Error.h"
#include "lint/support/Source.h"

#include <expected>
#include <memory>
#include <string>

namespace wikivet {

/// One revision of a page as the command line names it: a file, `-` for standard input, `REV:PATH`
/// in the git repository of the working folder, or `FILE#ID`, a revision in an XML export. A file
/// that is there counts before the others. An export of one page may also be named as a file: its
/// last revision is meant then. The source's path is PATH or FILE.
std::expected<std::unique_ptr<Source>, Error> readNamedRevision(const std::string &name);

/// The file that such a name reads, if it reads one: `FILE` of `FILE#ID`, else the name itself.
std::string fileOfRevision(const std::string &name);

} // namespace wikivet
