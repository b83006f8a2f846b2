// SPDX-License-Identifier: MIT
#include "lint/diag/render/JsonFinding.h"

namespace wikivet {

static void addPlace(Json &object, const Source &source, Span span) {
  Position begin = source.lines().position(span.begin);
  Position end = source.lines().position(span.end);
  object["line"] = begin.line;
  object["column"] = begin.column;
  object["endLine"] = end.line;
  object["endColumn"] = end.column;
  object["byteStart"] = span.begin;
  object["byteEnd"] = span.end;
}

Json jsonFinding(const Source &source, const Diagnostic &diagnostic, Change change) {
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
  object["fingerprint"] = diagnostic.fingerprint;
  object["url"] = nullptr;
  if (change != Change::None)
    object["change"] = changeName(change);
  return object;
}

std::string dumpLine(const Json &json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace wikivet
