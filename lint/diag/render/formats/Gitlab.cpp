// SPDX-License-Identifier: MIT
#include "lint/diag/render/JsonFinding.h"
#include "lint/diag/render/Renderer.h"

namespace wikivet {

namespace {

/// GitLab's code quality report: what it reads of Code Climate's format. It takes paths without
/// "./" and tells findings apart by their fingerprints alone.
class GitlabRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void begin() override { write("["); }

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    std::string_view path = source.path();
    while (path.starts_with("./"))
      path.remove_prefix(2);
    for (const Diagnostic &diagnostic : diagnostics) {
      Json issue = {{"description", withTitle(source, diagnostic.message)},
                    {"check_name", diagnostic.rule},
                    {"fingerprint", diagnostic.fingerprint},
                    {"severity", level(diagnostic.severity)},
                    {"location",
                     {{"path", path},
                      {"lines",
                       {{"begin", source.lines().position(diagnostic.span.begin).line},
                        {"end", source.lines().position(diagnostic.span.end).line}}}}}};
      write(first ? "\n  " : ",\n  ");
      first = false;
      write(dumpLine(issue));
    }
  }

  void end() override { write(first ? "]\n" : "\n]\n"); }

private:
  static std::string_view level(Severity severity) {
    return severity == Severity::Error ? "major" : severity == Severity::Warning ? "minor" : "info";
  }

  bool first = true;
};

} // namespace

WIKIVET_FORMAT(Gitlab)

} // namespace wikivet
