// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"

#include <fmt/format.h>

namespace wikivet {

namespace {

/// `path:line:column: severity: message [rule]`, a line for each finding and related place.
class ConciseRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    for (const Diagnostic &diagnostic : diagnostics) {
      line(source, diagnostic.span, severityName(diagnostic.severity),
           fmt::format("{} [{}]", diagnostic.message, diagnostic.rule));
      for (const Related &related : diagnostic.related)
        line(source, related.span, "note", related.message);
    }
  }

private:
  void line(const Source &source, Span span, std::string_view kind, std::string_view message) {
    Position position = source.lines().position(span.begin);
    write(fmt::format("{}:{}:{}: {}: {}\n", source.path(), position.line, position.column, kind,
                      message));
  }
};

} // namespace

std::unique_ptr<Renderer> makeConciseRenderer(RenderOptions /*options*/, Renderer::Sink sink) {
  return std::make_unique<ConciseRenderer>(std::move(sink));
}

} // namespace wikivet
