// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Entities.h"

namespace wikivet {

/// What a rule can ask of tables; part of entities().
Entity cellEntity();
Entity rowEntity();
Entity tableEntity();

} // namespace wikivet
