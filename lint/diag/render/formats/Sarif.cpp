// SPDX-License-Identifier: MIT
#include "lint/diag/render/JsonFinding.h"
#include "lint/diag/render/Renderer.h"
#include "lint/support/Uri.h"

#include <fmt/format.h>

#include <map>

namespace wikivet {

namespace {

std::string_view sarifLevel(Severity severity) {
  return severity == Severity::Info ? "note" : severityName(severity);
}

/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Results stream; the rules that
/// they name come after them.
class SarifRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void begin() override {
    write(R"({"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/)"
          R"(sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"columnKind":)"
          R"("unicodeCodePoints","results":[)");
  }

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    for (const Diagnostic &diagnostic : diagnostics) {
      write(first ? "\n  " : ",\n  ");
      first = false;
      write(dumpLine(result(source, diagnostic)));
    }
  }

  void end() override {
    Json rules = Json::array();
    for (const std::string &id : ruleIds)
      rules.push_back(rule(id));
    Json driver = {{"name", "wikivet"}};
    if (!options.version.empty())
      driver["semanticVersion"] = options.version;
    driver["rules"] = std::move(rules);
    write(fmt::format("{}],\"tool\":{}}}]}}\n", first ? "" : "\n",
                      dumpLine({{"driver", std::move(driver)}})));
  }

  bool tellsChange() const override { return true; }

private:
  size_t indexOf(const std::string &id) {
    auto [entry, isNew] = ruleIndexes.try_emplace(id, ruleIds.size());
    if (isNew)
      ruleIds.push_back(id);
    return entry->second;
  }

  Json rule(const std::string &id) const {
    Json object = {{"id", id}};
    if (std::optional<RuleInfo> info = describe(id)) {
      object["shortDescription"] = {{"text", info->summary}};
      object["fullDescription"] = {{"text", info->summary}};
      object["help"] = {{"text", info->docs}, {"markdown", info->docs}};
      Severity severity = info->severity == Severity::Off ? Severity::Info : info->severity;
      object["defaultConfiguration"] = {{"level", sarifLevel(severity)}};
    }
    return object;
  }

  static Json region(const Source &source, Span span) {
    Position begin = source.lines().position(span.begin), end = source.lines().position(span.end);
    return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line},
            {"endColumn", end.column}, {"byteOffset", span.begin},    {"byteLength", span.size()}};
  }

  static Json location(const Source &source, Span span) {
    Json object = {{"physicalLocation",
                    {{"artifactLocation", {{"uri", pathUri(source.path())}}},
                     {"region", region(source, span)}}}};
    if (!source.title().empty())
      object["logicalLocations"] = Json::array(
          {{{"name", source.title()}, {"fullyQualifiedName", source.title()}, {"kind", "page"}}});
    return object;
  }

  static Json fixJson(const Source &source, const Fix &fix) {
    Json replacements = Json::array();
    for (const Edit &edit : fix.edits)
      replacements.push_back({{"deletedRegion", region(source, edit.span)},
                              {"insertedContent", {{"text", edit.text}}}});
    return {
        {"description", {{"text", fix.safe ? fix.title : fix.title + " (unsafe)"}}},
        {"artifactChanges", Json::array({{{"artifactLocation", {{"uri", pathUri(source.path())}}},
                                          {"replacements", std::move(replacements)}}})}};
  }

  Json result(const Source &source, const Diagnostic &diagnostic) {
    size_t index = indexOf(diagnostic.rule);
    Json object = {{"ruleId", diagnostic.rule},
                   {"ruleIndex", index},
                   {"level", sarifLevel(diagnostic.severity)},
                   {"message", {{"text", diagnostic.message}}},
                   {"locations", Json::array({location(source, diagnostic.span)})},
                   {"partialFingerprints", {{"wikivet/v1", diagnostic.fingerprint}}}};
    for (size_t i = 0; i < diagnostic.related.size(); ++i) {
      Json place = location(source, diagnostic.related[i].span);
      place["id"] = i;
      place["message"] = {{"text", diagnostic.related[i].message}};
      object["relatedLocations"].push_back(std::move(place));
    }
    for (const Fix &fix : diagnostic.fixes)
      if (!fix.edits.empty())
        object["fixes"].push_back(fixJson(source, fix));
    if (change != Change::None)
      object["baselineState"] = change == Change::Introduced   ? "new"
                                : change == Change::Persisting ? "unchanged"
                                                               : "absent";
    return object;
  }

  bool first = true;
  std::map<std::string, size_t, std::less<>> ruleIndexes;
  std::vector<std::string> ruleIds; ///< in the order in which results name them
};

} // namespace

WIKIVET_FORMAT(Sarif)

} // namespace wikivet
