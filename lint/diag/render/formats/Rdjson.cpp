// SPDX-License-Identifier: MIT
#include "lint/diag/render/JsonFinding.h"
#include "lint/diag/render/Renderer.h"

namespace wikivet {

namespace {

/// A place as reviewdog counts it: columns are bytes.
Json rdPosition(const Source &source, uint32_t offset) {
  Position place = source.lines().position(offset, ColumnUnit::Byte);
  return {{"line", place.line}, {"column", place.column}};
}

Json rdRange(const Source &source, Span span) {
  return {{"start", rdPosition(source, span.begin)}, {"end", rdPosition(source, span.end)}};
}

/// A fix as one replacement, since a reader accepts or declines it as a whole: what stands between
/// its edits is repeated.
Json rdSuggestion(const Source &source, const Fix &fix) {
  Span span{.begin = fix.edits.front().span.begin, .end = fix.edits.back().span.end};
  std::string text;
  uint32_t place = span.begin;
  for (const Edit &edit : fix.edits) {
    text += source.text({.begin = place, .end = edit.span.begin});
    text += edit.text;
    place = edit.span.end;
  }
  return {{"range", rdRange(source, span)}, {"text", text}};
}

/// The Reviewdog Diagnostic Format (proto/rdf/reviewdog.proto of reviewdog), as one object.
class RdjsonRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void begin() override { write(R"({"source":{"name":"wikivet"},"diagnostics":[)"); }

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    for (const Diagnostic &diagnostic : diagnostics) {
      write(first ? "\n  " : ",\n  ");
      first = false;
      write(dumpLine(toJson(source, diagnostic)));
    }
  }

  void end() override { write(first ? "]}\n" : "\n]}\n"); }

private:
  static Json rdLocation(const Source &source, Span span) {
    return {{"path", source.path()}, {"range", rdRange(source, span)}};
  }

  static Json toJson(const Source &source, const Diagnostic &diagnostic) {
    static constexpr std::string_view levels[] = {"UNKNOWN_SEVERITY", "INFO", "WARNING", "ERROR"};
    Json object = {{"message", withTitle(source, diagnostic.message)},
                   {"location", rdLocation(source, diagnostic.span)},
                   {"severity", levels[static_cast<size_t>(diagnostic.severity)]},
                   {"code", {{"value", diagnostic.rule}}}};
    for (const Fix &fix : diagnostic.fixes)
      if (!fix.edits.empty())
        object["suggestions"].push_back(rdSuggestion(source, fix));
    for (const Related &related : diagnostic.related)
      object["related_locations"].push_back(
          {{"message", related.message}, {"location", rdLocation(source, related.span)}});
    return object;
  }

  bool first = true;
};

} // namespace

WIKIVET_FORMAT(Rdjson)

} // namespace wikivet
