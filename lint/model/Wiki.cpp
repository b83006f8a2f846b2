// SPDX-License-Identifier: MIT
#include "lint/model/Wiki.h"

#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

const TemplateSchema *Wiki::schemaOf(std::string_view templateName) const {
  for (const auto &schema : schemas)
    if (schema->templates.contains(templateName))
      return schema.get();
  return nullptr;
}

int Wiki::namespaceOf(std::string_view title) const {
  size_t colon = title.find(':');
  if (colon == std::string_view::npos)
    return 0;
  std::string prefix = lowerCase(trim(title.substr(0, colon)));
  std::ranges::replace(prefix, '_', ' ');
  auto found = namespaceNumbers.find(prefix);
  return found == namespaceNumbers.end() ? 0 : found->second;
}

void Wiki::indexNamespaces() {
  for (const auto &[number, names] : namespaces)
    for (const std::string &name : names)
      if (number != 0)
        namespaceNumbers.try_emplace(lowerCase(name), number);
}

} // namespace wikivet
