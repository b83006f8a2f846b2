// SPDX-License-Identifier: MIT
#include "lint/cli/Reports.h"

#include "lint/cli/Commands.h"
#include "lint/diag/render/Statistics.h"
#include "lint/input/PageStream.h"
#include "lint/support/Suggest.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <unistd.h>

namespace wikivet {

namespace {

/// A format and the file that it goes to; empty for standard output.
struct Target {
  std::string format;
  std::string file;
};

bool wantsColor(const std::string &choice) {
  if (choice != "auto")
    return choice == "always";
  const char *noColor = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (noColor == nullptr || *noColor == '\0');
}

std::optional<std::vector<Target>> targetsOf(const ReportOptions &options) {
  std::vector<Target> targets;
  for (const std::string &output : options.outputs) {
    size_t equals = output.find('=');
    targets.push_back({.format = output.substr(0, equals),
                       .file = equals == std::string::npos ? "" : output.substr(equals + 1)});
    if (equals != std::string::npos && targets.back().file.empty()) {
      reportFailure({fmt::format("--output {}: a file is expected after '='", output)});
      return std::nullopt;
    }
  }
  if (targets.empty() || !options.format.empty() || !options.file.empty())
    targets.push_back(
        {.format = options.format.empty() ? "full" : options.format, .file = options.file});
  std::set<std::string> places;
  for (Target &target : targets) {
    const std::vector<std::string> &known = rendererNames();
    if (std::ranges::find(known, target.format) == known.end()) {
      reportFailure({fmt::format("there is no format '{}'{}; the formats are {}", target.format,
                                 didYouMean(target.format, known), fmt::join(known, ", "))});
      return std::nullopt;
    }
    if (options.statistics && !isStatisticsFormat(target.format)) {
      reportFailure(
          {fmt::format("--statistics can be text (full), json or csv, not {}", target.format)});
      return std::nullopt;
    }
    if (target.file == "-")
      target.file.clear();
    if (!places.insert(target.file).second) {
      reportFailure({target.file.empty()
                         ? "two formats can't both go to standard output: give one of them a file "
                           "(--output FORMAT=FILE)"
                         : fmt::format("two formats can't both go to {}", target.file)});
      return std::nullopt;
    }
  }
  return targets;
}

/// Whether a file is one of others, by whatever name, or lies in the folders among them as a page.
bool isAmong(const std::string &file, const std::vector<std::string> &others) {
  std::error_code error;
  if (file.empty() || !std::filesystem::is_regular_file(file, error))
    return false;
  std::vector<Error> ignored;
  return std::ranges::any_of(expandPaths(others, ignored), [&](const std::string &other) {
    return std::filesystem::equivalent(file, other, error);
  });
}

} // namespace

void addReportOptions(CLI::App &command, ReportOptions &options) {
  command.add_option("--output-format", options.format, "How findings are printed (full)")
      ->type_name(fmt::format("{{{}}}", fmt::join(rendererNames(), ",")));
  command.add_option("-o,--output-file", options.file,
                     "Write them to this file, as a whole at the end, instead of printing them");
  command
      .add_option("--output", options.outputs,
                  "One more report: a format and the file that it goes to; may be repeated")
      ->type_name("FORMAT[=FILE]")
      ->allow_extra_args(false);
  command.add_flag(
      "--statistics", options.statistics,
      "Print how many findings there are by rule, severity and page instead of the findings (full, "
      "json, csv)");
  command.add_flag("--show-all", options.showAll,
                   "Show each finding, also where a rule has many on a page (full, concise)");
  command.add_option("--color", options.color, "Use of colour")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
}

std::optional<Reports> Reports::open(const ReportOptions &options,
                                     const std::vector<std::string> &inputs,
                                     const Registry &registry, Threshold failOn) {
  std::optional<std::vector<Target>> targets = targetsOf(options);
  if (!targets)
    return std::nullopt;
  for (const Target &target : *targets)
    if (isAmong(target.file, inputs)) {
      reportFailure({fmt::format("{}: this is read, so that no report can go there", target.file)});
      return std::nullopt;
    }
  auto describe = [&registry](std::string_view name) -> std::optional<RuleInfo> {
    const RegisteredRule *rule = registry.rule(name);
    if (!rule)
      return std::nullopt;
    return RuleInfo{.summary = rule->spec.summary,
                    .docs = rule->spec.docs,
                    .severity = rule->spec.severity,
                    .isCosmetic = rule->spec.cosmetic};
  };
  Reports result;
  for (const Target &target : *targets) {
    Report report;
    report.format = target.format;
    report.isSummary = options.statistics;
    Renderer::Sink sink = [](std::string_view text) {
      std::fwrite(text.data(), 1, text.size(), stdout);
    };
    if (!target.file.empty()) {
      auto file = AtomicFile::open(target.file);
      if (!file) {
        reportFailure(file.error());
        return std::nullopt;
      }
      report.file = std::make_unique<AtomicFile>(std::move(*file));
      sink = [file = report.file.get()](std::string_view text) { file->write(text); };
    }
    auto make = options.statistics ? makeStatisticsRenderer : makeRenderer;
    report.renderer = make(target.format,
                           {.color = target.file.empty() && wantsColor(options.color),
                            .showAll = options.showAll,
                            .failOn = failOn,
                            .version = WIKIVET_VERSION,
                            .describe = describe},
                           std::move(sink));
    result.reports.push_back(std::move(report));
  }
  return result;
}

bool Reports::usesTerminal() const {
  return isatty(STDOUT_FILENO) != 0 &&
         std::ranges::any_of(reports, [](const Report &report) { return !report.file; });
}

bool Reports::canBeContinued() const {
  return std::ranges::all_of(reports, [](const Report &report) {
    return !report.file && !report.isSummary &&
           (report.format == "jsonl" || report.format == "concise" || report.format == "full");
  });
}

void Reports::begin() {
  for (Report &report : reports)
    report.renderer->begin();
}

void Reports::page(const Source &source, std::span<const Diagnostic> diagnostics, Change change) {
  for (Report &report : reports) {
    if (change == Change::Fixed && !report.renderer->tellsChange())
      continue;
    report.renderer->setChange(change);
    report.renderer->page(source, diagnostics);
  }
}

bool Reports::end() {
  bool good = true;
  for (Report &report : reports) {
    report.renderer->end();
    if (!report.file)
      continue;
    if (auto written = report.file->commit(); !written) {
      reportFailure(written.error());
      good = false;
    }
  }
  return flushOutput() && good;
}

} // namespace wikivet
