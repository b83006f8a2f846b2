// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/TemplateSchema.h"
#include "lint/support/YamlReader.h"

#include <memory>

namespace wikivet {

/// The schema that a wiki's data names or holds: the id of a built-in one, or a description. Null,
/// with problems added, if it is neither.
std::shared_ptr<const TemplateSchema> findSchema(const YamlNode &yaml, Problems &problems);

} // namespace wikivet
