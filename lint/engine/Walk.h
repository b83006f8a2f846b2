// SPDX-License-Identifier: MIT
#pragma once

#include "lint/engine/RuleRun.h"
#include "lint/model/Document.h"

#include <stop_token>
#include <vector>

namespace wikivet {

/// Shows each rule the nodes that it wants to see, in preorder. Takes each rule's time if `timed`,
/// or from when the page has taken long; a rule that then takes too long is stopped. When a stop is
/// asked for, the walk ends soon.
void visitNodes(const Document &document, std::vector<RuleRun> &runs, bool timed,
                const std::stop_token &stop);

} // namespace wikivet
