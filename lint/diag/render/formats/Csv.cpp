// SPDX-License-Identifier: MIT
#include "lint/diag/render/CsvField.h"
#include "lint/diag/render/Renderer.h"

#include <fmt/format.h>

namespace wikivet {

namespace {

/// A table with a row for each finding, under a row of names.
class CsvRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void begin() override {
    write("path,page,line,column,endLine,endColumn,severity,rule,message,fix,fingerprint,change\n");
  }

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    for (const Diagnostic &diagnostic : diagnostics) {
      Position begin = source.lines().position(diagnostic.span.begin);
      Position end = source.lines().position(diagnostic.span.end);
      write(fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", csvField(source.path()),
                        csvField(source.title()), begin.line, begin.column, end.line, end.column,
                        severityName(diagnostic.severity), csvField(diagnostic.rule),
                        csvField(diagnostic.message),
                        diagnostic.fixes.empty()        ? ""
                        : diagnostic.fixes.front().safe ? "safe"
                                                        : "unsafe",
                        diagnostic.fingerprint, changeName(change)));
    }
  }

  bool tellsChange() const override { return true; }
};

} // namespace

WIKIVET_FORMAT(Csv)

} // namespace wikivet
