// SPDX-License-Identifier: MIT
#include "lint/lsp/Preview.h"

#include "lint/engine/Linter.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace wikivet::lsp {

namespace {

/// More than this takes as long as the page.
constexpr uint32_t longestWindow = 200'000;

/// What differs between two texts, and the whole sections of the second level around it. The begins
/// are the same in both.
struct Difference {
  Span changeBefore, changeAfter;
  Span windowBefore, windowAfter;

  /// Where an offset of the older text is now; within the change it is the change's begin.
  uint32_t moved(uint32_t offset) const {
    if (offset <= changeBefore.begin)
      return offset;
    return offset >= changeBefore.end ? offset - changeBefore.end + changeAfter.end
                                      : changeBefore.begin;
  }
  bool touches(Span span) const {
    return span.begin < changeBefore.end && changeBefore.begin < span.end;
  }
  void move(Span &span) const { span = {.begin = moved(span.begin), .end = moved(span.end)}; }
};

/// Whether a heading of the second level, or one above it, begins a line here.
bool isSectionStart(std::string_view text, size_t place) {
  std::string_view line = text.substr(place, 3);
  return line.starts_with("=") && line != "===";
}

std::optional<Difference> differenceOf(std::string_view before, std::string_view after) {
  size_t shorter = std::min(before.size(), after.size());
  auto prefix = static_cast<size_t>(
      std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(shorter),
                    after.begin())
          .first -
      before.begin());
  size_t suffix = 0;
  while (suffix < shorter - prefix &&
         before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
    ++suffix;
  // Headings in what both have in common, with the line break before them.
  size_t begin = prefix;
  while (begin > 0 && prefix - begin < longestWindow &&
         !(before[begin - 1] == '\n' && begin + 2 < prefix && isSectionStart(before, begin)))
    --begin;
  size_t limit = before.size(), end = before.size() - suffix;
  while (end < limit && end - begin < longestWindow &&
         !(end > before.size() - suffix && before[end - 1] == '\n' && isSectionStart(before, end)))
    ++end;
  size_t behind = before.size() - end;
  if (end - begin >= longestWindow || after.size() - behind - begin >= longestWindow)
    return std::nullopt;
  auto span = [](size_t first, size_t last) {
    return Span{.begin = static_cast<uint32_t>(first), .end = static_cast<uint32_t>(last)};
  };
  return Difference{.changeBefore = span(prefix, before.size() - suffix),
                    .changeAfter = span(prefix, after.size() - suffix),
                    .windowBefore = span(begin, end),
                    .windowAfter = span(begin, after.size() - behind)};
}

void shift(Diagnostic &diagnostic, const auto &change) {
  change(diagnostic.span);
  for (Related &related : diagnostic.related)
    change(related.span);
  for (Fix &fix : diagnostic.fixes)
    for (Edit &edit : fix.edits)
      change(edit.span);
}

/// Findings of a part of a page alone, in offsets of the page.
std::vector<Diagnostic> lintPart(const Source &page, Span part, const Ruleset &ruleset) {
  Source source(page.path(), std::string(page.text(part)), page.title(), page.wiki());
  std::vector<Diagnostic> found = lint(source, ruleset);
  for (Diagnostic &diagnostic : found)
    shift(diagnostic, [&](Span &span) {
      span = {.begin = span.begin + part.begin, .end = span.end + part.begin};
    });
  return found;
}

/// What makes two findings the same.
using Key = std::tuple<Span, std::string, std::string>;
Key keyOf(const Diagnostic &diagnostic) {
  return {diagnostic.span, diagnostic.rule, diagnostic.message};
}

std::set<Key> keysOf(const std::vector<Diagnostic> &findings) {
  std::set<Key> keys;
  for (const Diagnostic &diagnostic : findings)
    keys.insert(keyOf(diagnostic));
  return keys;
}

bool touchesChange(const Diagnostic &diagnostic, const Difference &difference) {
  return difference.touches(diagnostic.span) ||
         std::ranges::any_of(diagnostic.fixes, [&](const Fix &fix) {
           return std::ranges::any_of(
               fix.edits, [&](const Edit &edit) { return difference.touches(edit.span); });
         });
}

} // namespace

std::optional<std::vector<Diagnostic>> previewFindings(const Source &before,
                                                       const std::vector<Diagnostic> &found,
                                                       const Source &after,
                                                       const Ruleset &ruleset) {
  std::optional<Difference> difference = differenceOf(before.text(), after.text());
  if (!difference)
    return std::nullopt;
  auto move = [&](Span &span) { difference->move(span); };
  std::vector<Diagnostic> aloneBefore = lintPart(before, difference->windowBefore, ruleset);
  std::vector<Diagnostic> aloneAfter = lintPart(after, difference->windowAfter, ruleset);
  std::set<Key> known = keysOf(aloneBefore), real;
  std::vector<Diagnostic> result;
  for (const Diagnostic &diagnostic : found) {
    bool isInWindow = difference->windowBefore.contains(diagnostic.span);
    if (isInWindow)
      real.insert(keyOf(diagnostic));
    // What the section alone has, too, is found there again if it is still there.
    if ((isInWindow && known.contains(keyOf(diagnostic))) || touchesChange(diagnostic, *difference))
      continue;
    result.push_back(diagnostic);
    shift(result.back(), move);
  }
  // What the rest of the page proved wrong before is probably wrong again.
  std::set<Key> wrong;
  for (Diagnostic &diagnostic : aloneBefore)
    if (!real.contains(keyOf(diagnostic))) {
      shift(diagnostic, move);
      wrong.insert(keyOf(diagnostic));
    }
  for (Diagnostic &diagnostic : aloneAfter)
    if (!wrong.contains(keyOf(diagnostic)))
      result.push_back(std::move(diagnostic));
  std::ranges::sort(result, reportsBefore);
  return result;
}

} // namespace wikivet::lsp
