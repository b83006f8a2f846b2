// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/render/Renderer.h"
#include "lint/rule/Registry.h"
#include "lint/support/AtomicFile.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
} // namespace CLI

namespace wikivet {

/// The options by which a subcommand's findings are printed.
struct ReportOptions {
  std::vector<std::string> outputs; ///< FORMAT or FORMAT=FILE
  std::string format;               ///< empty: not given
  std::string file;                 ///< empty: standard output
  bool showAll = false;
  bool statistics = false; ///< a summary instead of the findings
  std::string color = "auto";
};

void addReportOptions(CLI::App &command, ReportOptions &options);

/// The reports of a run: each in its format, on standard output or in a file that is replaced as a
/// whole when the run is over.
class Reports {
public:
  /// Says on standard error what is wrong with the options; nothing then. `inputs` are the files
  /// and folders that are read: a report that would replace one is refused. `registry` must live as
  /// long as the result.
  static std::optional<Reports> open(const ReportOptions &options,
                                     const std::vector<std::string> &inputs,
                                     const Registry &registry, Threshold failOn);

  /// Whether one is printed on a terminal.
  bool usesTerminal() const;
  /// Whether what another run prints fits behind what this one does.
  bool canBeContinued() const;

  void begin();
  /// The findings of a page, and how they stand to another revision of it. Those that are fixed are
  /// left out where a format can't say so.
  void page(const Source &source, std::span<const Diagnostic> diagnostics,
            Change change = Change::None);
  /// False if something can't be written; says so of files.
  bool end();

private:
  struct Report {
    std::string format;
    bool isSummary = false;
    std::unique_ptr<AtomicFile> file; ///< null: standard output
    std::unique_ptr<Renderer> renderer;
  };
  std::vector<Report> reports;
};

} // namespace wikivet
