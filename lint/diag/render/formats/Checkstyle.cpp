// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"
#include "lint/diag/render/XmlText.h"

#include <fmt/format.h>

namespace wikivet {

namespace {

/// The XML that Checkstyle writes and that Jenkins, reviewdog and many others read: a `<file>` for
/// each page that has findings.
class CheckstyleRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void begin() override {
    write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
  }

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    if (diagnostics.empty())
      return;
    write(fmt::format("  <file name=\"{}\">\n", escapeXml(source.path())));
    for (const Diagnostic &diagnostic : diagnostics) {
      Position place = source.lines().position(diagnostic.span.begin);
      write(fmt::format("    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" "
                        "source=\"wikivet.{}\"/>\n",
                        place.line, place.column, severityName(diagnostic.severity),
                        escapeXml(withTitle(source, diagnostic.message)),
                        escapeXml(diagnostic.rule)));
    }
    write("  </file>\n");
  }

  void end() override { write("</checkstyle>\n"); }
};

} // namespace

WIKIVET_FORMAT(Checkstyle)

} // namespace wikivet
