// SPDX-License-Identifier: MIT
#include "lint/support/Source.h"

#include <utility>

namespace wikivet {

Source::Source(std::string path, std::string text, std::string title, std::string wiki)
    : pathName(std::move(path)), pageTitle(std::move(title)), wikiId(std::move(wiki)),
      content(std::move(text)), index(content) {}

} // namespace wikivet
