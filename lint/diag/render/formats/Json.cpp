// SPDX-License-Identifier: MIT
#include "lint/diag/render/JsonFinding.h"
#include "lint/diag/render/Renderer.h"

namespace wikivet {

namespace {

/// One array with an object for each finding.
class JsonRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void begin() override { write("["); }

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    for (const Diagnostic &diagnostic : diagnostics) {
      write(first ? "\n  " : ",\n  ");
      first = false;
      write(dumpLine(jsonFinding(source, diagnostic, change)));
    }
  }

  void end() override { write(first ? "]\n" : "\n]\n"); }

  bool tellsChange() const override { return true; }

private:
  bool first = true;
};

} // namespace

WIKIVET_FORMAT(Json)

} // namespace wikivet
