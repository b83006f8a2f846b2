// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(deletable_table_tag, HtmlFaultCheck<HtmlFaultKind::DeletableTable>)
