// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Language.h"

#include <memory>
#include <string_view>

namespace wikivet {

/// What is built in about a language, by its code ("en"), or null.
std::shared_ptr<const Language> findLanguage(std::string_view code);

} // namespace wikivet
