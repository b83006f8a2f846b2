// SPDX-License-Identifier: MIT
#include "lint/diag/render/Renderer.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wikivet {

namespace {

/// Columns of source that are shown at most: articles have lines of thousands.
constexpr uint32_t shownColumns = 100;
/// Columns kept before the span when a line has to be cropped.
constexpr uint32_t leadColumns = 24;

/// A rough width in a terminal: 2 for East Asian wide characters and emoji, 0 for combining marks.
uint32_t displayWidth(char32_t c) {
  if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF)
    return 0;
  bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
              (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
              (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
              (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

/// A piece of a source line as it is printed, with marks under the span.
struct Snippet {
  std::string text;
  std::string marks;
};

/// Shows a line around [begin, end), both byte offsets into the line.
Snippet makeSnippet(std::string_view line, uint32_t begin, uint32_t end) {
  uint32_t start = 0;
  if (line.size() > shownColumns) {
    // Some characters back from the span, without looking at the rest of a long line.
    start = std::min(begin, static_cast<uint32_t>(line.size()));
    for (uint32_t columns = 0; columns < leadColumns && start > 0; ++columns) {
      uint32_t length = 1;
      while (length < 4 && length < start && (line[start - length] & 0xC0) == 0x80)
        ++length;
      start -= length;
    }
  }
  Snippet snippet;
  if (start > 0) {
    snippet.text = "…";
    snippet.marks = " ";
  }
  uint32_t columns = 0;
  for (uint32_t i = start; i < line.size(); ++columns) {
    if (columns == shownColumns) {
      snippet.text += "…";
      break;
    }
    CodePoint point = decodeUtf8(line.substr(i));
    bool valid = point.value != 0xFFFD || point.length == 3;
    bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    if (point.value == '\t')
      snippet.text += ' ';
    else if (control || !valid)
      snippet.text += "\uFFFD";
    else
      snippet.text += line.substr(i, point.length);
    bool marked = i >= begin && (i < end || i == begin);
    snippet.marks.append(displayWidth(point.value), marked ? '^' : ' ');
    i += point.length;
  }
  if (begin >= line.size())
    snippet.marks += '^';
  snippet.marks.erase(snippet.marks.find_last_not_of(' ') + 1);
  return snippet;
}

/// Findings as a compiler shows them: message, place, source line with the span underlined.
class FullRenderer final : public Renderer {
public:
  FullRenderer(RenderOptions options, Sink sink) : Renderer(std::move(sink)), options(options) {}

  void page(const Source &source, std::span<const Diagnostic> diagnostics) override {
    pages += 1;
    for (const Diagnostic &diagnostic : diagnostics) {
      counts[static_cast<size_t>(diagnostic.severity)] += 1;
      std::string_view severity = severityName(diagnostic.severity);
      write(fmt::format("{}: {} {}\n", paint(severityColor(diagnostic.severity), severity),
                        paint("1", diagnostic.message),
                        paint("2", fmt::format("[{}]", diagnostic.rule))));
      place(source, diagnostic.span, severityColor(diagnostic.severity));
      for (const Related &related : diagnostic.related) {
        write(fmt::format("{}: {}\n", paint("36", "note"), related.message));
        place(source, related.span, "36");
      }
      for (const Fix &fix : diagnostic.fixes)
        write(fmt::format("{}: {}{}\n", paint("32", "fix"), fix.title,
                          fix.safe ? "" : " (unsafe: check the result)"));
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
      std::string_view word = severity == Severity::Info ? "note" : severityName(severity);
      list +=
          fmt::format("{}{} {}{}", list.empty() ? "" : ", ", count, word, count == 1 ? "" : "s");
    }
    if (total == 0)
      list = "nothing found";
    write(fmt::format("{} in {} page{}\n", list, pages, pages == 1 ? "" : "s"));
  }

private:
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
    std::string page = source.title().empty() ? "" : fmt::format(" ({})", source.title());
    std::string gutter(number.size(), ' ');
    write(fmt::format("{}{} {}:{}:{}{}\n", gutter, paint("34", "-->"), source.path(), begin.line,
                      begin.column, page));
    std::string_view line = source.lines().line(begin.line);
    auto lineStart = static_cast<uint32_t>(line.data() - source.text().data());
    uint32_t lineEnd = lineStart + static_cast<uint32_t>(line.size());
    uint32_t last = end.line == begin.line ? span.end : lineEnd;
    Snippet snippet = makeSnippet(line, span.begin - lineStart, last - lineStart);
    write(fmt::format("{} {} {}\n", paint("34", number), paint("34", "|"), snippet.text));
    write(fmt::format("{} {} {}\n", gutter, paint("34", "|"), paint(color, snippet.marks)));
  }

  RenderOptions options;
  size_t pages = 0;
  std::array<size_t, 4> counts{};
};

} // namespace

std::unique_ptr<Renderer> makeFullRenderer(RenderOptions options, Renderer::Sink sink) {
  return std::make_unique<FullRenderer>(options, std::move(sink));
}

} // namespace wikivet
