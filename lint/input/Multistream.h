// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/ByteStream.h"
#include "lint/input/Export.h"
#include "lint/input/PageFilter.h"
#include "lint/support/Error.h"

#include <expected>
#include <memory>
#include <optional>
#include <string>

namespace wikivet {

/// The index that lies beside a multistream dump under its usual name, as
/// `…-multistream-index.txt.bz2` beside `…-multistream.xml.bz2`; empty if none is there.
std::string multistreamIndexOf(const std::string &dump);

/// Part of a multistream dump, unpacked, as an export that is complete in itself.
struct DumpPart {
  std::unique_ptr<ByteStream> bytes;
  uint64_t pagesBefore = 0; ///< pages of the dump that were left out before the first
};

/// The parts of a multistream dump that hold what is wanted and isn't done: such a dump consists of
/// compressed streams of a hundred pages, each of which can be unpacked without the others, and its
/// index has a line `offset:page id:title` for each page, in the dump's order. If titles are
/// wanted, parts without them are left out, and places in the export count from the first part that
/// is not. Nothing if all of the dump is to be read. The format:
/// https://meta.wikimedia.org/wiki/Data_dumps/Dump_format
std::expected<std::optional<DumpPart>, Error> openPart(const std::string &dump,
                                                       const std::string &index,
                                                       const PageFilter &filter, PagePosition done);

} // namespace wikivet
