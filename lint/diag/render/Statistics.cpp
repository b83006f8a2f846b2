// SPDX-License-Identifier: MIT
#include "lint/diag/render/Statistics.h"

#include "lint/diag/render/CsvField.h"
#include "lint/diag/render/JsonFinding.h"
#include "lint/support/Plural.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace wikivet {

namespace {

constexpr std::array severities = {Severity::Error, Severity::Warning, Severity::Info};

/// Findings of a kind, and the pages that have some.
struct Count {
  uint64_t findings = 0;
  uint64_t pages = 0;
};

struct PageCount {
  std::string path, title;
  uint64_t findings = 0;
};

bool hasMore(const PageCount &left, const PageCount &right) {
  return std::tie(right.findings, left.title, left.path) <
         std::tie(left.findings, right.title, right.path);
}

/// By rule, and by the severity with which it was reported.
using RuleCounts = std::map<std::pair<std::string, Severity>, Count>;

class StatisticsRenderer final : public Renderer {
public:
  StatisticsRenderer(std::string_view format, RenderOptions options, Sink sink)
      : Renderer(std::move(options), std::move(sink)), format(format) {}

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    if (isNewPage()) {
      ++all.pages;
      pageHasFindings = false;
    }
    if (diagnostics.empty())
      return;
    all.findings += diagnostics.size();
    pagesWithFindings += pageHasFindings ? 0 : 1;
    pageHasFindings = true;
    std::map<std::pair<std::string_view, Severity>, uint64_t> ofPage;
    std::map<Severity, uint64_t> severitiesOfPage;
    for (const Diagnostic &diagnostic : diagnostics) {
      ++ofPage[{diagnostic.rule, diagnostic.severity}];
      ++severitiesOfPage[diagnostic.severity];
    }
    for (const auto &[key, count] : ofPage)
      add(rules[{std::string(key.first), key.second}], count);
    for (auto [severity, count] : severitiesOfPage)
      add(bySeverity[severity], count);
    keepIfAmongMost(source, diagnostics.size());
  }

  void end() override {
    std::ranges::sort(most, hasMore);
    if (format == "json")
      writeJson();
    else if (format == "csv")
      writeCsv();
    else
      writeText();
  }

private:
  static void add(Count &count, uint64_t findings) {
    count.findings += findings;
    ++count.pages;
  }

  /// A heap with the least on top.
  void keepIfAmongMost(const Source &source, uint64_t findings) {
    constexpr size_t kept = 100;
    if (most.size() == kept) {
      if (findings <= most.front().findings)
        return;
      std::ranges::pop_heap(most, hasMore);
      most.pop_back();
    }
    most.push_back({.path = source.path(), .title = source.title(), .findings = findings});
    std::ranges::push_heap(most, hasMore);
  }

  /// The rule with the most findings first.
  std::vector<RuleCounts::const_iterator> sortedRules() const {
    std::vector<RuleCounts::const_iterator> sorted;
    for (auto entry = rules.begin(); entry != rules.end(); ++entry)
      sorted.push_back(entry);
    std::ranges::sort(sorted, [](auto left, auto right) {
      return std::tie(right->second.findings, left->first) <
             std::tie(left->second.findings, right->first);
    });
    return sorted;
  }

  Count countOf(Severity severity) const {
    auto found = bySeverity.find(severity);
    return found == bySeverity.end() ? Count() : found->second;
  }

  void writeText() {
    if (all.findings > 0)
      write(fmt::format("{:>9} {:>9}  {:<8}  rule\n", "findings", "pages", "severity"));
    for (auto entry : sortedRules())
      write(fmt::format("{:>9} {:>9}  {:<8}  {}\n", entry->second.findings, entry->second.pages,
                        severityName(entry->first.second), entry->first.first));
    constexpr size_t shown = 10;
    if (!most.empty())
      write("\npages with the most findings\n");
    for (size_t i = 0; i < std::min(most.size(), shown); ++i)
      write(fmt::format("{:>9}  {}\n", most[i].findings,
                        most[i].title.empty() ? most[i].path : most[i].title));
    write(fmt::format("{}{}, {} with findings: {}, {}, {}\n", most.empty() ? "" : "\n",
                      counted(all.pages, "page"), pagesWithFindings,
                      counted(countOf(Severity::Error).findings, "error"),
                      counted(countOf(Severity::Warning).findings, "warning"),
                      counted(countOf(Severity::Info).findings, "info")));
  }

  void writeJson() {
    Json byRule = Json::array(), byPage = Json::array(), severity = Json::object();
    for (auto entry : sortedRules())
      byRule.push_back({{"rule", entry->first.first},
                        {"severity", severityName(entry->first.second)},
                        {"findings", entry->second.findings},
                        {"pages", entry->second.pages}});
    for (Severity one : severities)
      severity[severityName(one)] = {{"findings", countOf(one).findings},
                                     {"pages", countOf(one).pages}};
    for (const PageCount &page : most)
      byPage.push_back({{"path", page.path}, {"page", page.title}, {"findings", page.findings}});
    Json summary = {{"pages", all.pages},         {"pagesWithFindings", pagesWithFindings},
                    {"findings", all.findings},   {"severities", std::move(severity)},
                    {"rules", std::move(byRule)}, {"pagesWithMost", std::move(byPage)}};
    write(summary.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  }

  void writeCsv() {
    write("kind,name,severity,findings,pages\n");
    write(fmt::format("all,,,{},{}\n", all.findings, all.pages));
    for (Severity one : severities)
      write(fmt::format("severity,,{},{},{}\n", severityName(one), countOf(one).findings,
                        countOf(one).pages));
    for (auto entry : sortedRules())
      write(fmt::format("rule,{},{},{},{}\n", csvField(entry->first.first),
                        severityName(entry->first.second), entry->second.findings,
                        entry->second.pages));
    for (const PageCount &page : most)
      write(fmt::format("page,{},,{},1\n", csvField(page.title.empty() ? page.path : page.title),
                        page.findings));
  }

  std::string format;
  Count all;
  uint64_t pagesWithFindings = 0;
  bool pageHasFindings = false; ///< the last one
  RuleCounts rules;
  std::map<Severity, Count> bySeverity;
  std::vector<PageCount> most;
};

} // namespace

bool isStatisticsFormat(std::string_view format) {
  return format == "full" || format == "json" || format == "csv";
}

std::unique_ptr<Renderer> makeStatisticsRenderer(std::string_view format, RenderOptions options,
                                                 Renderer::Sink sink) {
  return std::make_unique<StatisticsRenderer>(format, std::move(options), std::move(sink));
}

} // namespace wikivet
