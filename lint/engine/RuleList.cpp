// SPDX-License-Identifier: MIT
#include "lint/engine/RuleList.h"

namespace wikivet {

Json ruleListJson(const Registry &registry) {
  Json list = Json::array();
  for (const RegisteredRule &rule : registry.rules()) {
    const RuleSpec &spec = rule.spec;
    list.push_back({{"id", spec.name},
                    {"group", spec.group},
                    {"severity", severityName(spec.severity)},
                    {"status", nameOf(statusWords, spec.status)},
                    {"confidence", nameOf(confidenceWords, spec.confidence)},
                    {"fix", nameOf(fixSafetyWords, spec.fix)},
                    {"cosmetic", spec.cosmetic},
                    {"aliases", spec.aliases},
                    {"tags", spec.tags},
                    {"summary", spec.summary},
                    {"docs", spec.docs}});
  }
  return list;
}

} // namespace wikivet
