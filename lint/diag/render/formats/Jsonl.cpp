// SPDX-License-Identifier: MIT
#include "lint/diag/render/JsonFinding.h"
#include "lint/diag/render/Renderer.h"

namespace wikivet {

namespace {

/// JSON Lines: the objects of the JSON format, each on a line of its own.
class JsonlRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    for (const Diagnostic &diagnostic : diagnostics)
      write(dumpLine(jsonFinding(source, diagnostic, change)) + "\n");
  }

  bool tellsChange() const override { return true; }
};

} // namespace

WIKIVET_FORMAT(Jsonl)

} // namespace wikivet
