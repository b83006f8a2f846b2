// SPDX-License-Identifier: MIT
#include "lint/diag/render/Groups.h"
#include "lint/diag/render/Renderer.h"

#include <fmt/format.h>

namespace wikivet {

namespace {

/// `path:line:column: severity: message [rule]`, a line for each finding and related place; a
/// message that a page has many times is one line, with the other places behind it.
class ConciseRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    for (const FindingGroup &group : groupFindings(diagnostics, options.showAll)) {
      size_t shown = shownForms(group);
      for (size_t i = 0; i < shown; ++i)
        showForm(source, group.forms[i]);
      size_t rest = 0;
      for (size_t i = shown; i < group.forms.size(); ++i)
        rest += group.forms[i].size();
      if (rest > 0)
        line(source, group.forms[shown].front()->span, "note",
             fmt::format("{} more of '{}' with other words from here on: --show-all lists them",
                         rest, group.first().rule));
    }
  }

  bool tellsChange() const override { return true; }

private:
  void showForm(const Source &source, const SameFindings &form) {
    const Diagnostic &first = *form.front();
    std::string severity(severityName(first.severity));
    if (change == Change::Fixed || change == Change::Persisting)
      severity = fmt::format("{} {}", changeName(change), severity);
    std::string text = fmt::format("{} [{}]", first.message, first.rule);
    if (form.size() > 1)
      text += fmt::format(" (also at {})", listPlaces(source, form, 1));
    line(source, first.span, severity, text);
    for (const Related &related : first.related)
      line(source, related.span, "note", related.message);
  }

  void line(const Source &source, Span span, std::string_view kind, std::string_view message) {
    Position position = source.lines().position(span.begin);
    write(fmt::format("{}:{}:{}: {}: {}\n", source.path(), position.line, position.column, kind,
                      withTitle(source, message)));
  }
};

} // namespace

WIKIVET_FORMAT(Concise)

} // namespace wikivet
