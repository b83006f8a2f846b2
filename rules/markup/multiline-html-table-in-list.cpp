// SPDX-License-Identifier: MIT
#include "lint/rule/HtmlFaultCheck.h"

WIKIVET_CHECK(multiline_html_table_in_list, HtmlFaultCheck<HtmlFaultKind::MultilineTableInList>)
