// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"

#include <fmt/format.h>

namespace wikivet {

namespace {

/// Escapes as `@actions/core` does before it prints a workflow command.
std::string commandText(std::string_view text, bool isProperty) {
  std::string result;
  for (char c : text) {
    bool isSpecial = c == '%' || c == '\r' || c == '\n' || (isProperty && (c == ':' || c == ','));
    if (isSpecial)
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      result += c;
  }
  return result;
}

/// Workflow commands of GitHub Actions, which shows them as annotations beside the changed lines.
class GithubRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    for (const Diagnostic &diagnostic : diagnostics) {
      Position begin = source.lines().position(diagnostic.span.begin);
      Position end = source.lines().position(diagnostic.span.end);
      std::string place =
          fmt::format("file={},line={}", commandText(source.path(), true), begin.line);
      // Columns are allowed within one line only.
      if (begin.line == end.line)
        place += fmt::format(",col={},endColumn={}", begin.column, end.column);
      else
        place += fmt::format(",endLine={}", end.line);
      std::string message = withTitle(source, diagnostic.message);
      for (const Related &related : diagnostic.related)
        message += fmt::format("\nline {}: {}", source.lines().position(related.span.begin).line,
                               related.message);
      write(fmt::format("::{} {},title={}::{}\n", level(diagnostic.severity), place,
                        commandText(diagnostic.rule, true), commandText(message, false)));
    }
  }

private:
  static std::string_view level(Severity severity) {
    return severity == Severity::Info ? "notice" : severityName(severity);
  }
};

} // namespace

WIKIVET_FORMAT(Github)

} // namespace wikivet
