// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"

#include <nlohmann/json.hpp>

namespace wikivet {

namespace {

using Json = nlohmann::ordered_json;

void addPlace(Json &object, const Source &source, Span span) {
  Position begin = source.lines().position(span.begin);
  Position end = source.lines().position(span.end);
  object["line"] = begin.line;
  object["column"] = begin.column;
  object["endLine"] = end.line;
  object["endColumn"] = end.column;
  object["byteStart"] = span.begin;
  object["byteEnd"] = span.end;
}

/// One array with an object for each finding, as README.md describes it.
class JsonRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void begin() override { write("["); }

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    for (const Diagnostic &diagnostic : diagnostics) {
      Json object = toJson(source, diagnostic);
      object["fingerprint"] = diagnostic.fingerprint;
      object["url"] = nullptr;
      write(first ? "\n  " : ",\n  ");
      first = false;
      // Pages may hold any bytes; JSON may not.
      write(object.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
  }

  void end() override { write(first ? "]\n" : "\n]\n"); }

private:
  static Json toJson(const Source &source, const Diagnostic &diagnostic) {
    Json object;
    object["path"] = source.path();
    object["page"] = source.title().empty() ? Json(nullptr) : Json(source.title());
    object["rule"] = diagnostic.rule;
    object["severity"] = severityName(diagnostic.severity);
    object["message"] = diagnostic.message;
    addPlace(object, source, diagnostic.span);
    object["fixes"] = Json::array();
    for (const Fix &fix : diagnostic.fixes) {
      Json edits = Json::array();
      for (const Edit &edit : fix.edits)
        edits.push_back(
            {{"byteStart", edit.span.begin}, {"byteEnd", edit.span.end}, {"text", edit.text}});
      object["fixes"].push_back({{"title", fix.title},
                                 {"safety", fix.safe ? "safe" : "unsafe"},
                                 {"edits", std::move(edits)}});
    }
    object["related"] = Json::array();
    for (const Related &related : diagnostic.related) {
      Json place;
      place["path"] = source.path();
      addPlace(place, source, related.span);
      place["message"] = related.message;
      object["related"].push_back(std::move(place));
    }
    return object;
  }

  bool first = true;
};

} // namespace

std::unique_ptr<Renderer> makeJsonRenderer(RenderOptions /*options*/, Renderer::Sink sink) {
  return std::make_unique<JsonRenderer>(std::move(sink));
}

} // namespace wikivet
