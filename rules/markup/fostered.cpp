// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(fostered, HtmlFaultCheck<HtmlFaultKind::Fostered>)
