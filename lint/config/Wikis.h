// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Wiki.h"
#include "lint/support/Error.h"
#include "lint/support/Source.h"
#include "lint/support/YamlReader.h"

#include <expected>
#include <memory>
#include <string_view>
#include <vector>

namespace wikivet {

/// The data of a wiki that is built in, by its id ("enwiki") or its language ("en"); an error with
/// a suggestion if there is none.
std::expected<std::shared_ptr<const Wiki>, Error> findWiki(std::string_view name);

/// All built-in wikis taken together, for pages whose wiki is not known: English names first.
std::shared_ptr<const Wiki> anyWiki();

/// Ids of the built-in wikis, sorted.
std::vector<std::string> wikiNames();

/// Reads a wiki's data file. Null, with problems added, if anything in it is wrong.
std::shared_ptr<const Wiki> loadWiki(const YamlNode &yaml, Problems &problems);

} // namespace wikivet
