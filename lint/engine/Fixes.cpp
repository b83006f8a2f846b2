// SPDX-License-Identifier: MIT
#include "lint/engine/Fixes.h"

#include "lint/engine/Linter.h"
#include "lint/model/Templates.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>

namespace wikivet {

namespace {

constexpr int mostRounds = 10;

const RuleSpec *specOf(const Ruleset &ruleset, std::string_view rule) {
  for (const EnabledRule &enabled : ruleset.rules())
    if (enabled.spec->name == rule)
      return enabled.spec;
  return nullptr;
}

/// The fix of a finding that may be applied, or null.
const Fix *wantedFix(const Diagnostic &diagnostic, const Ruleset &ruleset,
                     const FixOptions &options) {
  const RuleSpec *spec = specOf(ruleset, diagnostic.rule);
  if (!spec || (spec->cosmetic && !options.cosmetic))
    return nullptr;
  auto allowed = [&](const Fix &fix) { return fix.safe || options.unsafe; };
  auto fix = std::ranges::find_if(diagnostic.fixes, allowed);
  return fix == diagnostic.fixes.end() ? nullptr : &*fix;
}

/// Counts the fixes that are left because of the options.
void countLeft(FixResult &result, const Ruleset &ruleset, const FixOptions &options) {
  for (const Diagnostic &diagnostic : result.remaining) {
    const RuleSpec *spec = specOf(ruleset, diagnostic.rule);
    if (diagnostic.fixes.empty() || !spec)
      continue;
    if (!options.unsafe && std::ranges::none_of(diagnostic.fixes, &Fix::safe))
      ++result.unsafeLeft;
    else if (spec->cosmetic && !options.cosmetic)
      ++result.cosmeticLeft;
  }
}

/// The edits of a round. Those of different findings don't even touch, so that of all that begin
/// before a place the last one ends last.
class Round {
public:
  /// Takes the edits of a finding, unless one of them touches one that was taken before: they wait
  /// for the next round then.
  bool take(const std::vector<Edit> &wanted) {
    for (const Edit &edit : wanted) {
      auto behind = spans.upper_bound({.begin = edit.span.end, .end = UINT32_MAX});
      if (behind != spans.begin() && std::prev(behind)->end >= edit.span.begin)
        return false;
    }
    for (const Edit &edit : wanted)
      spans.insert(edit.span);
    edits.insert(edits.end(), wanted.begin(), wanted.end());
    return true;
  }

  /// In order of place.
  const std::vector<Edit> &sorted() {
    std::ranges::sort(edits, {}, [](const Edit &edit) { return edit.span; });
    return edits;
  }

private:
  std::multiset<Span> spans;
  std::vector<Edit> edits;
};

bool deniesBots(const Source &source, const Ruleset &ruleset) {
  // A look at the bytes first: hardly any page has it.
  std::string_view text = source.text();
  if (text.find("bots") == std::string_view::npos && text.find("Bots") == std::string_view::npos)
    return false;
  Document document(source, ruleset.wiki());
  for (const Template &call : document.templates().all()) {
    if (call.name == "nobots")
      return true;
    const Argument *deny = call.name == "bots" ? call.argument("deny") : nullptr;
    std::string value = deny ? lowerCase(deny->text(document.tree())) : "";
    if (value == "all" || value.find("wikivet") != std::string::npos)
      return true;
  }
  return false;
}

/// The rules of level error that report something after the fixes that was not there before. Fixes
/// change fingerprints nearby, so that rule and message tell what is new.
std::vector<std::string> newErrors(const std::vector<Diagnostic> &before,
                                   const std::vector<Diagnostic> &after) {
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (const Diagnostic &diagnostic : before)
    known.emplace(diagnostic.rule, diagnostic.message);
  std::set<std::string> rules;
  for (const Diagnostic &diagnostic : after)
    if (diagnostic.severity == Severity::Error &&
        !known.contains({diagnostic.rule, diagnostic.message}))
      rules.insert(diagnostic.rule);
  return {rules.begin(), rules.end()};
}

/// Rounds of fixes until there are none. Gives whether anything was changed.
bool fixRounds(FixResult &result, const Source &source, const Ruleset &ruleset,
               const FixOptions &options, int &rounds) {
  bool changed = false;
  for (; rounds < mostRounds; ++rounds) {
    Round round;
    std::map<std::string, uint32_t> counts;
    for (const Diagnostic &diagnostic : result.remaining) {
      const Fix *fix = wantedFix(diagnostic, ruleset, options);
      if (!fix || !round.take(fix->edits))
        continue;
      ++counts[diagnostic.rule];
    }
    if (counts.empty())
      return changed;
    std::string text = applyEdits(result.text, round.sorted());
    if (text == result.text)
      return changed;
    result.text = std::move(text);
    changed = true;
    for (const auto &[rule, count] : counts)
      result.applied[rule] += count;
    Source fixed(source.path(), result.text, source.title(), source.wiki());
    result.remaining = lint(fixed, ruleset);
  }
  return changed;
}

} // namespace

bool hasCrlf(std::string_view text) {
  size_t lineBreak = text.find('\n');
  return lineBreak != std::string_view::npos && lineBreak > 0 && text[lineBreak - 1] == '\r';
}

std::string withLineBreaks(std::string text, bool crlf) {
  if (!crlf)
    return text;
  std::string result;
  for (char c : text)
    result += c == '\n' ? "\r\n" : c == '\r' ? "" : std::string(1, c);
  return result;
}

std::string applyEdits(std::string_view text, const std::vector<Edit> &edits) {
  bool crlf = hasCrlf(text);
  std::string result;
  uint32_t place = 0;
  for (const Edit &edit : edits) {
    result += text.substr(place, edit.span.begin - place);
    result += withLineBreaks(edit.text, crlf);
    place = edit.span.end;
  }
  result += text.substr(place);
  return result;
}

FixResult applyFixes(const Source &source, const Ruleset &ruleset, const FixOptions &options) {
  FixResult result{.text = std::string(source.text()),
                   .applied = {},
                   .remaining = lint(source, ruleset),
                   .refusedBecauseOf = {}};
  if (deniesBots(source, ruleset))
    return result;
  std::vector<Diagnostic> before = result.remaining;
  FixOptions visible = options;
  int rounds = 0;
  bool changed = fixRounds(result, source, ruleset, visible, rounds);
  // An edit that is made anyway may tidy up, too.
  if (changed && !options.cosmetic) {
    visible.cosmetic = true;
    fixRounds(result, source, ruleset, visible, rounds);
  }
  std::vector<std::string> introduced = newErrors(before, result.remaining);
  if (!introduced.empty())
    return {.text = std::string(source.text()),
            .applied = {},
            .remaining = std::move(before),
            .refusedBecauseOf = std::move(introduced)};
  countLeft(result, ruleset, options);
  return result;
}

std::optional<FixResult> applyFix(const Source &source, const Ruleset &ruleset,
                                  std::string_view fingerprint, size_t fix) {
  std::vector<Diagnostic> found = lint(source, ruleset);
  auto finding = std::ranges::find(found, fingerprint, &Diagnostic::fingerprint);
  if (finding == found.end() || fix >= finding->fixes.size())
    return std::nullopt;
  Source fixed(source.path(), applyEdits(source.text(), finding->fixes[fix].edits), source.title(),
               source.wiki());
  return FixResult{.text = std::string(fixed.text()),
                   .applied = {{finding->rule, 1}},
                   .remaining = lint(fixed, ruleset),
                   .refusedBecauseOf = {}};
}

} // namespace wikivet
