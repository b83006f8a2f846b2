// SPDX-License-Identifier: MIT
#include "lint/diag/render/Groups.h"
#include "lint/diag/render/Renderer.h"
#include "lint/diag/render/Snippet.h"
#include "lint/support/Plural.h"

#include <fmt/format.h>

#include <array>

namespace wikivet {

namespace {

/// Findings as a compiler shows them: message, place, source line with the span underlined. Of many
/// findings of one rule on a page, the first; the places of the others follow it.
class FullRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    pages += isNewPage();
    for (const Diagnostic &diagnostic : diagnostics)
      counts[static_cast<size_t>(diagnostic.severity)] += 1;
    for (const FindingGroup &group : groupFindings(diagnostics, options.showAll)) {
      show(source, group.first());
      showOthers(source, group);
      write("\n");
    }
  }

  void end() override {
    size_t total = 0;
    std::string list;
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
      size_t count = counts[static_cast<size_t>(severity)];
      total += count;
      if (count == 0)
        continue;
      list += (list.empty() ? "" : ", ") + counted(count, severityName(severity));
    }
    if (total == 0)
      list = change == Change::None ? "nothing found" : "nothing to show";
    write(fmt::format("{} in {}\n", list, counted(pages, "page")));
  }

  bool tellsChange() const override { return true; }

private:
  void show(const Source &source, const Diagnostic &diagnostic) {
    std::string_view color = severityColor(diagnostic.severity);
    std::string severity(severityName(diagnostic.severity));
    // What a revision introduced is what one looks for; only the others need a word.
    if (change == Change::Fixed || change == Change::Persisting)
      severity = fmt::format("{} {}", changeName(change), severity);
    write(fmt::format("{}: {} {}\n", paint(color, severity), paint("1", diagnostic.message),
                      paint("2", fmt::format("[{}]", diagnostic.rule))));
    place(source, diagnostic.span, color);
    for (const Related &related : diagnostic.related) {
      write(fmt::format("{}: {}\n", paint("36", "note"), related.message));
      place(source, related.span, "36");
    }
    std::optional<RuleInfo> rule = describe(diagnostic.rule);
    for (const Fix &fix : diagnostic.fixes)
      write(fmt::format("{}: {}{}{}\n", paint("32", "fix"), fix.title,
                        rule && rule->isCosmetic ? " (cosmetic)" : "",
                        fix.safe ? "" : " (unsafe: check the result)"));
  }

  void showOthers(const Source &source, const FindingGroup &group) {
    if (size_t same = group.forms.front().size() - 1; same > 0)
      write(fmt::format("{}: {}\n", paint("36", "also at"),
                        listPlaces(source, group.forms.front(), 1)));
    size_t shown = shownForms(group);
    size_t left = group.count() - group.forms.front().size();
    for (size_t i = 1; i < shown; ++i) {
      const SameFindings &form = group.forms[i];
      Position position = source.lines().position(form.front()->span.begin);
      write(fmt::format(
          "{}: {}{}\n", paint("36", fmt::format("{}:{}", position.line, position.column)),
          form.front()->message,
          form.size() == 1 ? "" : fmt::format(" (also at {})", listPlaces(source, form, 1))));
      left -= form.size();
    }
    if (left > 0)
      write(fmt::format("{}: {} more of [{}] with other words: --show-all lists them\n",
                        paint("36", "…"), left, group.first().rule));
  }

  std::string paint(std::string_view code, std::string_view text) const {
    return options.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }

  static std::string_view severityColor(Severity severity) {
    return severity == Severity::Error ? "1;31" : severity == Severity::Warning ? "1;33" : "1;34";
  }

  void place(const Source &source, Span span, std::string_view color) {
    Position begin = source.lines().position(span.begin);
    Position end = source.lines().position(span.end);
    std::string number = std::to_string(begin.line);
    std::string gutter(number.size(), ' ');
    std::string where = fmt::format("{}:{}:{}", source.path(), begin.line, begin.column);
    write(fmt::format("{}{} {}\n", gutter, paint("34", "-->"), withTitle(source, where)));
    std::string_view line = source.lines().line(begin.line);
    auto lineStart = static_cast<uint32_t>(line.data() - source.text().data());
    uint32_t lineEnd = lineStart + static_cast<uint32_t>(line.size());
    uint32_t last = end.line == begin.line ? span.end : lineEnd;
    Snippet snippet = makeSnippet(line, span.begin - lineStart, last - lineStart);
    write(fmt::format("{} {} {}\n", paint("34", number), paint("34", "|"), snippet.text));
    write(fmt::format("{} {} {}\n", gutter, paint("34", "|"), paint(color, snippet.marks)));
  }

  size_t pages = 0;
  std::array<size_t, 4> counts{};
};

} // namespace

WIKIVET_FORMAT(Full)

} // namespace wikivet
