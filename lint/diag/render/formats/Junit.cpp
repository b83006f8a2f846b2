// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"
#include "lint/diag/render/XmlText.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet {

namespace {

/// JUnit's XML as Jenkins and GitLab read it: a test suite for each page, a failed test for each
/// finding that makes the run fail, a passed one for each other, and one for a clean page.
class JunitRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void begin() override {
    write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"wikivet\">\n");
  }

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    auto failures = std::ranges::count_if(
        diagnostics, [&](const Diagnostic &diagnostic) { return fails(diagnostic); });
    std::string name =
        escapeXml(source.title().empty() ? source.path()
                                         : fmt::format("{}: {}", source.path(), source.title()));
    write(fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" "
                      "skipped=\"0\" time=\"0\">\n",
                      name, std::max<size_t>(1, diagnostics.size()), failures));
    if (diagnostics.empty())
      write(fmt::format("    <testcase name=\"wikivet\" classname=\"{}\" time=\"0\"/>\n", name));
    for (const Diagnostic &diagnostic : diagnostics)
      testCase(source, name, diagnostic);
    write("  </testsuite>\n");
  }

  void end() override { write("</testsuites>\n"); }

private:
  bool fails(const Diagnostic &diagnostic) const {
    return isNewPage() && options.failOn.isReachedBy(diagnostic.severity);
  }

  void testCase(const Source &source, const std::string &name, const Diagnostic &diagnostic) {
    Position place = source.lines().position(diagnostic.span.begin);
    std::string text =
        escapeXml(fmt::format("{}:{}:{}: {}: {}", source.path(), place.line, place.column,
                              severityName(diagnostic.severity), diagnostic.message));
    write(fmt::format(
        "    <testcase name=\"{}\" classname=\"{}\" time=\"0\">\n",
        escapeXml(fmt::format("{} ({}:{})", diagnostic.rule, place.line, place.column)), name));
    if (fails(diagnostic))
      write(fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                        escapeXml(diagnostic.message), severityName(diagnostic.severity), text));
    else
      write(fmt::format("      <system-out>{}</system-out>\n", text));
    write("    </testcase>\n");
  }
};

} // namespace

WIKIVET_FORMAT(Junit)

} // namespace wikivet
