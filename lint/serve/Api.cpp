// SPDX-License-Identifier: MIT
#include "lint/serve/Api.h"

#include "lint/config/Wikis.h"
#include "lint/engine/Fixes.h"
#include "lint/engine/Linter.h"
#include "lint/engine/RuleList.h"

#include <fmt/format.h>

namespace wikivet {

static Json findingsJson(const Source &source, const std::vector<Diagnostic> &diagnostics) {
  Json list = Json::array();
  for (const Diagnostic &diagnostic : diagnostics)
    list.push_back(jsonFinding(source, diagnostic, Change::None));
  return list;
}

Api::Api(const Registry &registry, const PageRules &server, std::string version)
    : version(std::move(version)), rulesCache(registry, server),
      ruleList(reply({{"version", this->version},
                      {"presets", presetNames()},
                      {"wikis", wikiNames()},
                      {"rules", ruleListJson(registry)}})) {}

Reply Api::health() const { return reply({{"status", "ok"}, {"version", version}}); }

Reply Api::lintPage(const Source &source, const Ruleset &ruleset) const {
  return reply({{"version", version}, {"findings", findingsJson(source, lint(source, ruleset))}});
}

Reply Api::fixPage(const PageRequest &request, const Source &source, const Ruleset &ruleset) const {
  std::optional<FixResult> result =
      request.finding
          ? applyFix(source, ruleset, *request.finding, request.fix)
          : applyFixes(source, ruleset, {.unsafe = request.unsafe, .cosmetic = request.cosmetic});
  if (!result)
    return errorReply(400, "unknown-finding",
                      fmt::format("the text has no finding with a fix {} and the fingerprint '{}'",
                                  request.fix, *request.finding));
  Source fixed(source.path(), result->text, source.title());
  return reply({{"version", version},
                {"text", result->text},
                {"applied", result->applied},
                {"refusedBecauseOf", result->refusedBecauseOf},
                {"findings", findingsJson(fixed, result->remaining)}});
}

Reply Api::page(std::string_view body, PageTask task) {
  std::expected<PageRequest, Reply> request = readPageRequest(body, task);
  if (!request)
    return std::move(request.error());
  auto rules = rulesCache.of(request->rules);
  if (!rules)
    return errorReply(400, "invalid-request", rules.error().message);
  Source source(std::move(request->path), std::move(request->text), std::move(request->title));
  const Ruleset &ruleset = (*rules)->of(source);
  return task == PageTask::Lint ? lintPage(source, ruleset) : fixPage(*request, source, ruleset);
}

} // namespace wikivet
