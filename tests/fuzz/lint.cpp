// SPDX-License-Identifier: MIT
#include "lint/engine/Linter.h"

#include <cstdlib>

/// Every rule runs on any bytes, and what it reports lies in the text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  using namespace wikivet;
  static const Registry registry = Registry::builtin();
  static const Ruleset ruleset = Ruleset::of(registry, {"all"});
  Source source("fuzz", std::string(reinterpret_cast<const char *>(data), size));
  auto isInside = [&](Span span) { return span.begin <= span.end && span.end <= size; };
  for (const Diagnostic &diagnostic : lint(source, ruleset)) {
    if (!isInside(diagnostic.span))
      std::abort();
    for (const Related &related : diagnostic.related)
      if (!isInside(related.span))
        std::abort();
  }
  return 0;
}
