// SPDX-License-Identifier: MIT
#include "lint/engine/Suppressions.h"

#include "lint/support/Suggest.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <optional>

namespace wikivet {

namespace {

/// How a comment begins that is meant for us.
constexpr std::string_view prefix = "wikivet-";

constexpr std::string_view nextWord = "wikivet-ignore", lineWord = "wikivet-ignore-line",
                           startWord = "wikivet-ignore-start", endWord = "wikivet-ignore-end",
                           pageWord = "wikivet-ignore-page";

/// The word that was meant by another, in whatever case; other linters have words of their own.
std::string wordMeantBy(std::string_view written) {
  std::string word = lowerCase(written);
  std::ranges::replace(word, '_', '-');
  if (word.find("next") != std::string::npos)
    return std::string(nextWord);
  if (word.starts_with("wikivet-enable") || word.starts_with("wikivet-on"))
    return std::string(endWord);
  constexpr std::string_view others[] = {"wikivet-disable", "wikivet-off", "wikivet-skip"};
  for (std::string_view other : others)
    if (word.starts_with(other))
      word = std::string(nextWord) + word.substr(other.size());
  return suggest(word, {std::string(nextWord), std::string(lineWord), std::string(startWord),
                        std::string(endWord), std::string(pageWord)});
}

bool isNameCharacter(char c) {
  return isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '*' || c == '.';
}

/// Whether nothing but blanks stands before and behind a range on its line.
bool isAlone(std::string_view text, Span span) {
  auto before = text.substr(0, span.begin);
  size_t lineStart = before.rfind('\n') + 1;
  std::string_view behind = text.substr(span.end);
  return trim(before.substr(lineStart)).empty() &&
         trim(behind.substr(0, behind.find('\n'))).empty();
}

Span lineOf(std::string_view text, uint32_t place) {
  size_t begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1; // npos + 1 is 0
  size_t end = std::min(text.find('\n', place), text.size());
  return {.begin = static_cast<uint32_t>(begin), .end = static_cast<uint32_t>(end)};
}

class Finder {
public:
  Finder(const Document &document, const Ruleset &ruleset)
      : document(&document), ruleset(&ruleset), text(document.source().text()) {}

  std::vector<Suppression> find() {
    // Most pages have none.
    if (!document->textIndex().mayHold(prefix))
      return {};
    const Tree &tree = document->tree();
    for (uint32_t i = 0; i < tree.size(); ++i)
      if (tree.node(i).is(NodeKind::Comment))
        read(tree.node(i));
    return std::move(found);
  }

private:
  void read(Node comment) {
    std::string_view inner = trim(comment.text().substr(4, comment.text().size() - 7));
    if (lowerCase(inner.substr(0, prefix.size())) != prefix)
      return;
    size_t end = std::min(inner.find_first_of(" \t\r\n:"), inner.size());
    std::string_view word = inner.substr(0, end);
    if (word == endWord) {
      close(comment);
      return;
    }
    Suppression suppression = about(comment);
    if (std::optional<Span> covers = coveredBy(word, comment)) {
      suppression.covers = *covers;
      suppression.names = readNames(inner.substr(end));
    } else {
      suppression.fault = Suppression::Fault::UnknownWord;
      suppression.word = word;
      suppression.suggestion = wordMeantBy(word);
      suppression.covers =
          coveredBy(suppression.suggestion, comment).value_or(Span{.begin = 0, .end = 0});
    }
    if (word == startWord) {
      suppression.fault = Suppression::Fault::NoEnd;
      open.push_back(found.size());
    }
    found.push_back(std::move(suppression));
  }

  Suppression about(Node comment) const {
    Suppression suppression;
    suppression.comment = comment.span();
    suppression.removals = {removalOf(comment)};
    return suppression;
  }

  Span removalOf(Node comment) const {
    if (!isAlone(text, comment.span()))
      return comment.span();
    Span line = lineOf(text, comment.begin());
    return {
        .begin = line.begin,
        .end = std::min(static_cast<uint32_t>(text.size()), std::max(line.end, comment.end()) + 1)};
  }

  /// What a comment with a word covers, a range until it is ended; nothing if there is no such
  /// word.
  std::optional<Span> coveredBy(std::string_view word, Node comment) const {
    auto size = static_cast<uint32_t>(text.size());
    if (word == nextWord)
      return next(comment);
    if (word == lineWord)
      return lineOf(text, comment.begin());
    if (word == startWord)
      return Span{.begin = comment.end(), .end = size};
    if (word == pageWord)
      return Span{.begin = 0, .end = size + 1};
    return std::nullopt;
  }

  /// The innermost range that is open ends here.
  void close(Node comment) {
    if (open.empty()) {
      Suppression suppression = about(comment);
      suppression.fault = Suppression::Fault::NoStart;
      found.push_back(std::move(suppression));
      return;
    }
    Suppression &range = found[open.back()];
    range.fault = Suppression::Fault::None;
    range.covers.end = comment.begin();
    if (Span removal = removalOf(comment); removal.begin >= range.removals.front().end)
      range.removals.push_back(removal);
    open.pop_back();
  }

  Span next(Node comment) const {
    if (!isAlone(text, comment.span())) {
      Node element = comment.nextSibling();
      while (element && element.is(NodeKind::Text) && trim(element.text()).empty())
        element = element.nextSibling();
      return {.begin = comment.end(), .end = element ? element.end() : comment.end()};
    }
    uint32_t lineEnd = lineOf(text, comment.end()).end;
    if (lineEnd >= text.size())
      return {.begin = lineEnd, .end = lineEnd};
    Span covered = lineOf(text, lineEnd + 1);
    // What begins on that line is covered to its end, a table or a template of many lines too.
    const Tree &tree = document->tree();
    for (uint32_t i = comment.subtreeEnd(); i < tree.size(); ++i) {
      Node node = tree.node(i);
      if (node.begin() >= covered.end)
        break;
      if (node.begin() >= covered.begin && !node.is(NodeKind::Text)) {
        covered.end = std::max(covered.end, node.end());
        break;
      }
    }
    return covered;
  }

  /// Names up to the colon before the reason.
  std::vector<Suppression::Name> readNames(std::string_view rest) {
    std::vector<Suppression::Name> names;
    for (size_t i = 0; i < rest.size() && rest[i] != ':';) {
      if (!isNameCharacter(rest[i])) {
        ++i;
        continue;
      }
      size_t end = i;
      while (end < rest.size() && isNameCharacter(rest[end]))
        ++end;
      Suppression::Name name;
      name.text = rest.substr(i, end - i);
      auto begin = static_cast<uint32_t>(rest.data() + i - text.data());
      name.span = {.begin = begin, .end = begin + static_cast<uint32_t>(end - i)};
      for (const RegisteredRule *rule : ruleset->registry().find(name.text)) {
        name.rules.push_back(&rule->spec);
        name.running =
            name.running || std::ranges::find(ruleset->rules(), &rule->spec, &EnabledRule::spec) !=
                                ruleset->rules().end();
      }
      if (name.rules.empty())
        name.suggestion = nameMeantBy(name.text);
      names.push_back(std::move(name));
      i = end;
    }
    return names;
  }

  std::string nameMeantBy(std::string_view name) {
    // To compare a name with all that are known takes time; there may be very many.
    constexpr uint32_t mostSuggestions = 50;
    if (suggestions++ >= mostSuggestions)
      return {};
    if (known.empty())
      known = ruleset->registry().selectors();
    return suggest(name, known);
  }

  const Document *document;
  const Ruleset *ruleset;
  std::string_view text;
  std::vector<std::string> known; ///< names of rules, groups, tags and aliases, once needed
  uint32_t suggestions = 0;
  std::vector<Suppression> found;
  std::vector<size_t> open; ///< indexes of ranges that have not ended
};

} // namespace

std::vector<Suppression> findSuppressions(const Document &document, const Ruleset &ruleset) {
  return Finder(document, ruleset).find();
}

/// Whether all that it says can be obeyed. If not, nobody knows what its author wants to keep.
static bool isUnderstood(const Suppression &suppression) {
  return suppression.fault != Suppression::Fault::UnknownWord && !suppression.names.empty() &&
         std::ranges::none_of(suppression.names,
                              [](const Suppression::Name &name) { return name.rules.empty(); });
}

/// What comments cover that can't be obeyed, in order and without overlaps.
static std::vector<Span> protectedRanges(const std::vector<Suppression> &suppressions) {
  std::vector<Span> covers;
  for (const Suppression &suppression : suppressions)
    if (!isUnderstood(suppression) && !suppression.covers.empty())
      covers.push_back(suppression.covers);
  std::ranges::sort(covers);
  std::vector<Span> merged;
  for (Span span : covers)
    if (!merged.empty() && span.begin <= merged.back().end)
      merged.back().end = std::max(merged.back().end, span.end);
    else
      merged.push_back(span);
  return merged;
}

/// Whether a finding begins, or what its fixes change lies, in one of the ranges.
static bool touches(const Diagnostic &diagnostic, const std::vector<Span> &ranges) {
  auto isInside = [&](Span span) {
    auto behind = std::ranges::upper_bound(ranges, span.end, {}, &Span::begin);
    return behind != ranges.begin() && std::prev(behind)->end > span.begin;
  };
  Span place = {.begin = diagnostic.span.begin, .end = diagnostic.span.begin};
  return isInside(place) || std::ranges::any_of(diagnostic.fixes, [&](const Fix &fix) {
           return std::ranges::any_of(fix.edits,
                                      [&](const Edit &edit) { return isInside(edit.span); });
         });
}

/// Whether a finding is silenced; marks what silences it as used.
static bool isSilenced(const Diagnostic &diagnostic, std::vector<Suppression> &suppressions) {
  bool silenced = false;
  for (Suppression &suppression : suppressions) {
    if (suppression.fault == Suppression::Fault::UnknownWord ||
        diagnostic.span.begin < suppression.covers.begin ||
        diagnostic.span.begin >= suppression.covers.end)
      continue;
    for (Suppression::Name &name : suppression.names) {
      bool fits =
          std::ranges::find(name.rules, diagnostic.rule, &RuleSpec::name) != name.rules.end();
      name.used = name.used || fits;
      silenced = silenced || fits;
    }
  }
  return silenced;
}

void applySuppressions(std::vector<Suppression> &suppressions,
                       std::vector<Diagnostic> &diagnostics) {
  if (suppressions.empty())
    return;
  std::erase_if(diagnostics,
                [&](const Diagnostic &diagnostic) { return isSilenced(diagnostic, suppressions); });
  std::vector<Span> kept = protectedRanges(suppressions);
  if (kept.empty())
    return;
  for (Diagnostic &diagnostic : diagnostics)
    if (!diagnostic.fixes.empty() && touches(diagnostic, kept))
      diagnostic.fixes.clear();
}

} // namespace wikivet
