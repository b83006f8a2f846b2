// SPDX-License-Identifier: MIT
#include "lint/diag/render/HtmlPage.h"
#include "lint/diag/render/Renderer.h"
#include "lint/diag/render/Snippet.h"
#include "lint/diag/render/XmlText.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace wikivet {

namespace {

/// A report to be read in a browser: one file that loads nothing. Findings stand under their page
/// and rule, with the source around them. It streams; the totals are filled in at the end.
class HtmlRenderer final : public Renderer {
public:
  using Renderer::Renderer;

  void begin() override { write(htmlHead); }

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    pages += isNewPage();
    if (diagnostics.empty())
      return;
    ++pagesWithFindings;
    const std::string &name = source.title().empty() ? source.path() : source.title();
    write(fmt::format("<section class=page data-page=\"{0}\"><h2>{0}</h2>", escapeXml(name)));
    if (!source.title().empty())
      write(fmt::format("<p class=path>{}</p>", escapeXml(source.path())));
    // Rules in order of their first findings, the worst first.
    std::vector<const Diagnostic *> sorted;
    std::map<std::string_view, std::pair<Severity, size_t>> firstOf;
    for (size_t i = 0; i < diagnostics.size(); ++i) {
      sorted.push_back(&diagnostics[i]);
      firstOf.try_emplace(diagnostics[i].rule, diagnostics[i].severity, i);
    }
    std::ranges::sort(sorted, {}, [&](const Diagnostic *diagnostic) {
      auto [severity, place] = firstOf[diagnostic->rule];
      return std::tuple(-static_cast<int>(severity), place, diagnostic);
    });
    for (size_t i = 0; i < sorted.size();) {
      size_t end = i;
      while (end < sorted.size() && sorted[end]->rule == sorted[i]->rule)
        ++end;
      group(source, {sorted.begin() + static_cast<ptrdiff_t>(i),
                     sorted.begin() + static_cast<ptrdiff_t>(end)});
      i = end;
    }
    write("</section>\n");
  }

  void end() override {
    if (pagesWithFindings == 0)
      write("<p class=clean>Nothing found.</p>\n");
    write("</main><section id=rules><h2>Rules</h2>\n");
    for (const std::string &id : rules) {
      write(fmt::format("<article id=\"rule-{0}\"><h3>{0}</h3>", escapeXml(id)));
      if (std::optional<RuleInfo> info = describe(id))
        write(fmt::format("<p><b>{}</b></p><div class=docs>{}</div>", escapeXml(info->summary),
                          escapeXml(trim(info->docs))));
      write("</article>\n");
    }
    write("</section>\n");
    write(fmt::format("<script>const pages = {}, pagesWithFindings = {};</script>\n", pages,
                      pagesWithFindings));
    write(htmlFoot);
  }

  bool tellsChange() const override { return true; }

private:
  void group(const Source &source, std::span<const Diagnostic *const> findings) {
    const std::string &rule = findings.front()->rule;
    rules.insert(rule);
    std::optional<RuleInfo> info = describe(rule);
    // Many of one kind would push the rest out of sight.
    constexpr size_t openFindings = 8;
    write(fmt::format(
        "<details class=group{0}><summary><span class=\"dot {1}\"></span> <a class=rule "
        "href=\"#rule-{2}\">{2}</a> <span class=count>{3}</span> "
        "<span class=about>{4}</span></summary>",
        findings.size() <= openFindings ? " open" : "", severityName(findings.front()->severity),
        escapeXml(rule), findings.size(), info ? escapeXml(info->summary) : ""));
    for (const Diagnostic *diagnostic : findings)
      finding(source, *diagnostic);
    write("</details>");
  }

  void finding(const Source &source, const Diagnostic &diagnostic) {
    std::string_view severity = severityName(diagnostic.severity);
    write(fmt::format("<article class=\"finding {0}\" data-rule=\"{1}\" data-severity={0}>"
                      "<p class=message><span class=severity>{2}{0}</span> {3}</p>",
                      severity, escapeXml(diagnostic.rule),
                      change == Change::None ? "" : fmt::format("{} ", changeName(change)),
                      escapeXml(diagnostic.message)));
    code(source, diagnostic.span);
    for (const Related &related : diagnostic.related) {
      write(fmt::format("<p class=note>{}</p>", escapeXml(related.message)));
      code(source, related.span);
    }
    for (const Fix &fix : diagnostic.fixes)
      write(fmt::format("<p class=fix>{}: {}{}</p>", fix.safe ? "fix" : "fix, to be checked",
                        escapeXml(fix.title), edits(source, fix)));
    write("</article>\n");
  }

  /// What a short fix changes; nothing for a long one.
  static std::string edits(const Source &source, const Fix &fix) {
    constexpr size_t mostEdits = 3;
    constexpr uint32_t mostCharacters = 60;
    if (fix.edits.size() > mostEdits)
      return "";
    std::string text;
    for (const Edit &edit : fix.edits) {
      if (!edit.span.empty())
        text += fmt::format(" <del>{}</del>",
                            escapeXml(shorten(source.text(edit.span), mostCharacters)));
      if (!edit.text.empty())
        text += fmt::format(" <ins>{}</ins>", escapeXml(shorten(edit.text, mostCharacters)));
    }
    return text;
  }

  /// The line on which a span begins, with the lines around it, the span marked.
  void code(const Source &source, Span span) {
    Position begin = source.lines().position(span.begin);
    write(fmt::format("<figure><figcaption>{}:{}:{}</figcaption><pre>", escapeXml(source.path()),
                      begin.line, begin.column));
    uint32_t first = begin.line > 1 ? begin.line - 1 : 1;
    uint32_t last = std::min(begin.line + 1, source.lines().lineCount());
    for (uint32_t number = first; number <= last; ++number) {
      std::string_view line = source.lines().line(number);
      auto start = static_cast<uint32_t>(line.data() - source.text().data());
      auto size = static_cast<uint32_t>(line.size());
      uint32_t from = std::clamp(span.begin, start, start + size) - start;
      uint32_t to = std::clamp(span.end, start, start + size) - start;
      bool isMarked = number == begin.line || to > from;
      Span shown = cropLine(line, isMarked ? from : 0);
      from = std::clamp(from, shown.begin, shown.end);
      to = std::clamp(to, from, shown.end);
      auto part = [&](uint32_t partBegin, uint32_t partEnd) {
        return escapeXml(line.substr(partBegin, partEnd - partBegin));
      };
      std::string text = part(shown.begin, shown.end);
      if (isMarked)
        text = fmt::format("{}<mark>{}</mark>{}", part(shown.begin, from), part(from, to),
                           part(to, shown.end));
      write(fmt::format("<span class=\"line{}\"><i>{}</i>{}{}{}</span>",
                        number == begin.line ? " hit" : "", number, shown.begin > 0 ? "…" : "",
                        text, shown.end < size ? "…" : ""));
    }
    write("</pre></figure>");
  }

  size_t pages = 0, pagesWithFindings = 0;
  std::set<std::string> rules;
};

} // namespace

WIKIVET_FORMAT(Html)

} // namespace wikivet
