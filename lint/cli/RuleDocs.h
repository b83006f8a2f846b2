// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Registry.h"

#include <string>

namespace wikivet {

/// A rule's page in Markdown: what it finds, why, its options, and its examples with what the
/// program really prints for them.
std::string ruleDocs(const Registry &registry, const RuleSpec &spec);

/// The list of all rules in Markdown, by group; pages are linked to under `folder`.
std::string rulesIndex(const Registry &registry, std::string_view folder);

} // namespace wikivet
