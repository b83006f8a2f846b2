// SPDX-License-Identifier: MIT
#include "lint/lsp/features/Features.h"

#include "lint/lsp/Preview.h"
#include "lint/rule/RuleSpec.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace wikivet::lsp {

static int severityNumber(Severity severity) {
  switch (severity) {
  case Severity::Error:
    return 1;
  case Severity::Warning:
    return 2;
  case Severity::Info:
  case Severity::Off:
    return 3;
  }
  return 3;
}

Json diagnosticJson(const Diagnostic &diagnostic, const Snapshot &snapshot, const Client &client,
                    const Settings &settings) {
  Positions positions(snapshot.source->lines(), client.unit);
  Json json = {{"range", positions.range(diagnostic.span)},
               {"severity", severityNumber(diagnostic.severity)},
               {"code", diagnostic.rule},
               {"source", "wikivet"},
               {"message", diagnostic.message},
               {"data", {{"fingerprint", diagnostic.fingerprint}}}};
  if (client.showsCodeDescription && !settings.ruleUrl.empty())
    json["codeDescription"] = {{"href", addressOf(settings.ruleUrl, diagnostic.rule)}};
  if (client.showsRelated)
    for (const Related &related : diagnostic.related)
      json["relatedInformation"].push_back(
          {{"location", {{"uri", snapshot.uri}, {"range", positions.range(related.span)}}},
           {"message", related.message}});
  return json;
}

/// `DiagnosticTag`s of what rules are about: 1 for what does nothing, 2 for what is outdated.
static Json tagsOf(const RuleSpec &rule) {
  auto has = [&](std::string_view tag) {
    return rule.name.starts_with(tag) || std::ranges::find(rule.tags, tag) != rule.tags.end();
  };
  Json tags = Json::array();
  if (has("unused") || has("redundant"))
    tags.push_back(1);
  if (has("obsolete") || has("deprecated"))
    tags.push_back(2);
  return tags;
}

static Json listOf(const std::vector<Diagnostic> &findings, const Analysis &page,
                   const Client &client, const Settings &settings) {
  Json list = Json::array();
  std::map<std::string_view, Json> tags; // by rule: there may be thousands of findings
  for (const Diagnostic &diagnostic : findings) {
    list.push_back(diagnosticJson(diagnostic, page.snapshot(), client, settings));
    if (!client.showsTags)
      continue;
    auto [known, isNew] = tags.try_emplace(diagnostic.rule, Json::array());
    if (const RegisteredRule *rule =
            isNew ? page.ruleset()->registry().rule(diagnostic.rule) : nullptr)
      known->second = tagsOf(rule->spec);
    if (!known->second.empty())
      list.back()["tags"] = known->second;
  }
  return list;
}

Json diagnosticsOf(Analysis &page, const Client &client, const Settings &settings,
                   const std::stop_token &stop) {
  const std::vector<Diagnostic> *findings = page.findings(stop);
  return findings ? listOf(*findings, page, client, settings) : Json();
}

Json previewOf(const Analyses &analyses, const Analysis &page, const Client &client,
               const Settings &settings) {
  constexpr size_t longPage = 200'000;
  const PastFindings *past = analyses.before(page);
  if (page.source().text().size() < longPage || page.isLinted() || !past || !page.ruleset())
    return nullptr;
  auto findings =
      previewFindings(*past->snapshot->source, past->findings, page.source(), *page.ruleset());
  if (!findings)
    return nullptr;
  std::erase_if(*findings, [&](const Diagnostic &diagnostic) {
    return page.project()->known.contains(diagnostic.fingerprint);
  });
  return listOf(*findings, page, client, settings);
}

Answer answerDiagnostics(const Inquiry &inquiry) {
  // The same text and the same rules have the same findings.
  const Project *project = inquiry.page.project();
  std::string result =
      fmt::format("{}.{}", inquiry.page.snapshot().serial, project ? project->serial : 0);
  if (memberOf(inquiry.params, "previousResultId") == result)
    return Json{{"kind", "unchanged"}, {"resultId", result}};
  Json items = diagnosticsOf(inquiry.page, inquiry.client, inquiry.settings, inquiry.stop);
  if (items.is_null())
    return failed(ErrorCode::ServerCancelled, "the document has changed",
                  {{"retriggerRequest", true}});
  return Json{{"kind", "full"}, {"resultId", result}, {"items", std::move(items)}};
}

} // namespace wikivet::lsp
