// SPDX-License-Identifier: MIT
#include "lint/engine/Comparison.h"

#include "lint/engine/Fingerprint.h"
#include "lint/support/TextDiff.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace wikivet {

namespace {

constexpr size_t unmatched = SIZE_MAX;

/// Pairs findings by one key after another; each finding has one partner at most.
class Pairing {
public:
  Pairing(size_t before, size_t after) : takenBefore(before, false), partner(after, unmatched) {}

  /// Pairs those that are left and have equal keys, in order of place. An empty key fits none.
  template <typename BeforeKey, typename AfterKey>
  void pair(BeforeKey beforeKey, AfterKey afterKey) {
    std::unordered_map<std::string, std::vector<size_t>> left; // in reverse
    for (size_t i = takenBefore.size(); i-- > 0;) {
      if (takenBefore[i])
        continue;
      if (std::string key = beforeKey(i); !key.empty())
        left[std::move(key)].push_back(i);
    }
    for (size_t i = 0; i < partner.size() && !left.empty(); ++i) {
      if (partner[i] != unmatched)
        continue;
      auto found = left.find(afterKey(i));
      if (found == left.end() || found->second.empty())
        continue;
      partner[i] = found->second.back();
      takenBefore[partner[i]] = true;
      found->second.pop_back();
    }
  }

  bool isPersisting(size_t after) const { return partner[after] != unmatched; }
  bool isFixed(size_t before) const { return !takenBefore[before]; }

private:
  std::vector<bool> takenBefore;
  std::vector<size_t> partner; ///< of each finding after: the one before
};

/// `changes` are in order, so that only those beside the span are looked at.
bool touches(Span span, const std::vector<Replacement> &changes, Span Replacement::*side) {
  auto change = std::ranges::partition_point(
      changes, [&](const Replacement &other) { return (other.*side).end < span.begin; });
  for (; change != changes.end() && ((*change).*side).begin <= span.end; ++change) {
    Span lines = (*change).*side;
    if (lines.empty()
            ? span.begin < lines.begin && lines.begin < span.end
            : span.begin < lines.end && (span.end > lines.begin || span.begin >= lines.begin))
      return true;
  }
  return false;
}

void keepTouching(std::vector<Diagnostic> &findings, const std::vector<Replacement> &changes,
                  Span Replacement::*side) {
  std::erase_if(findings, [&](const Diagnostic &finding) {
    return !touches(finding.span, changes, side) &&
           std::ranges::none_of(finding.related, [&](const Related &related) {
             return touches(related.span, changes, side);
           });
  });
}

} // namespace

FindingChanges compareFindings(const Source &before, std::vector<Diagnostic> beforeFindings,
                               const Source &after, std::vector<Diagnostic> afterFindings) {
  std::vector<Replacement> changes = changedWords(before.text(), after.text());
  auto key = [](const Diagnostic &finding, uint32_t place) {
    return fmt::format("{}\x1f{}", finding.rule, place);
  };
  // Where a byte of a finding before would be in the new text; empty if that is gone.
  auto mapped = [&](const Diagnostic &finding, uint32_t offset) {
    std::optional<uint32_t> place = mapOffset(changes, offset);
    return place ? key(finding, *place) : "";
  };
  // The last byte counts: what is written right behind a finding does not change it.
  auto last = [](Span span) { return span.empty() ? span.begin : span.end - 1; };
  auto joined = [](const std::string &begin, const std::string &end) {
    return begin.empty() || end.empty() ? "" : fmt::format("{}\x1f{}", begin, end);
  };
  auto moved = [](const Source &source, const Diagnostic &finding) {
    return fmt::format("{}\x1f{}", finding.rule, markedText(source.text(), finding.span));
  };
  Pairing pairing(beforeFindings.size(), afterFindings.size());
  pairing.pair(
      [&](size_t i) {
        const Diagnostic &finding = beforeFindings[i];
        return joined(mapped(finding, finding.span.begin), mapped(finding, last(finding.span)));
      },
      [&](size_t i) {
        const Diagnostic &finding = afterFindings[i];
        return joined(key(finding, finding.span.begin), key(finding, last(finding.span)));
      });
  pairing.pair([&](size_t i) { return beforeFindings[i].fingerprint; },
               [&](size_t i) { return afterFindings[i].fingerprint; });
  pairing.pair([&](size_t i) { return moved(before, beforeFindings[i]); },
               [&](size_t i) { return moved(after, afterFindings[i]); });
  pairing.pair([&](size_t i) { return mapped(beforeFindings[i], beforeFindings[i].span.begin); },
               [&](size_t i) { return key(afterFindings[i], afterFindings[i].span.begin); });

  FindingChanges result;
  for (size_t i = 0; i < afterFindings.size(); ++i)
    (pairing.isPersisting(i) ? result.persisting : result.introduced)
        .push_back(std::move(afterFindings[i]));
  for (size_t i = 0; i < beforeFindings.size(); ++i)
    if (pairing.isFixed(i))
      result.fixed.push_back(std::move(beforeFindings[i]));
  return result;
}

void keepChangedLines(const Source &before, const Source &after, FindingChanges &changes) {
  std::vector<Replacement> lines = changedLines(before.text(), after.text());
  keepTouching(changes.introduced, lines, &Replacement::after);
  keepTouching(changes.persisting, lines, &Replacement::after);
  keepTouching(changes.fixed, lines, &Replacement::before);
}

} // namespace wikivet
