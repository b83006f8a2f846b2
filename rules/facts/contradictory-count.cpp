// SPDX-License-Identifier: MIT
#include "lint/model/CountClaims.h"
#include "lint/model/Language.h"
#include "lint/model/Sections.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace wikivet {
namespace {

using Words = std::vector<std::string>;

/// Whether two claims about the same can't both be true.
bool contradict(const CountClaim &left, const CountClaim &right) {
  const Quantity &a = left.quantity;
  const Quantity &b = right.quantity;
  if (std::max(a.low, b.low) <= std::min(a.high, b.high))
    return false;
  constexpr double near = 0.8;
  return (a.bound != Bound::Approximate && b.bound != Bound::Approximate) ||
         static_cast<double>(std::min(a.low, b.low)) <=
             near * static_cast<double>(std::max(a.low, b.low));
}

/// Whether a number is the other one with numbers of its sentence added: "12 towns and 3 cities".
bool isSumOf(const CountClaim &whole, const CountClaim &part) {
  uint64_t sum = static_cast<uint64_t>(part.quantity.low);
  for (int64_t other : part.others) {
    if (other >= 0 && whole.quantity.low - part.quantity.low == other)
      return true;
    sum += static_cast<uint64_t>(other);
  }
  return !part.others.empty() && sum == static_cast<uint64_t>(whole.quantity.low);
}

/// Whether two claims of one key speak of the same time and place, as far as words tell.
bool areComparable(const CountClaim &left, const CountClaim &right) {
  bool sameSentence = left.block == right.block && left.sentence == right.sentence;
  return !sameSentence && !left.isOfOtherTime && !right.isOfOtherTime &&
         left.times == right.times && left.isPast == right.isPast && left.after == right.after &&
         !isSumOf(left, right) && !isSumOf(right, left);
}

/// A claim with what it is compared by.
struct KeyedClaim {
  const CountClaim *claim;
  Words key;                     ///< the words before the number, or the name of a relation
  std::set<std::string> content; ///< of them, those that are no function words
  bool hasKey;                   ///< whether the key says enough for two claims to mean the same
};

/// Whether claims with different keys say nearly the same: two words or more, and two thirds of
/// those of the shorter one.
bool areSimilar(const KeyedClaim &left, const KeyedClaim &right) {
  if (left.key == right.key || left.claim->names != right.claim->names)
    return false;
  size_t shared = static_cast<size_t>(std::ranges::count_if(
      left.content, [&](const std::string &word) { return right.content.contains(word); }));
  return shared >= 2 && shared * 3 >= 2 * std::min(left.content.size(), right.content.size());
}

/// Compares claims of the same key, or of nearly the same.
class ContradictoryCount final : public Check {
public:
  explicit ContradictoryCount(const Options &options)
      : options(&options), similar(options.boolean("similar")) {}

  void finish(CheckContext &ctx) override {
    language = ctx.document().prose().language();
    if (!language)
      return;
    readOptions();
    std::vector<bool> isIgnored =
        ctx.document().sections().under(options->regex("ignored-sections"));
    for (const CountClaim &claim : ctx.document().countClaims().all())
      if (!isIgnored[claim.block->section] &&
          !options->stringList("ignored-nouns").contains(claim.noun))
        add(claim);
    for (const auto &[key, group] : groups)
      compare(group, ctx);
  }

private:
  void readOptions() {
    relations = language->relations;
    for (const std::string &line : options->stringList("classes").items)
      if (size_t colon = line.find(':'); colon != std::string::npos)
        for (std::string_view noun : splitWords(std::string_view(line).substr(colon + 1), ' '))
          classes.insert_or_assign(std::string(noun), line.substr(0, colon));
    for (const std::string &line : options->stringList("relations").items)
      if (size_t colon = line.find(':'); colon != std::string::npos)
        relations.push_back(
            parseRelation(line.substr(0, colon), std::string_view(line).substr(colon + 1)));
  }

  std::string classOf(const std::string &noun) const {
    auto found = classes.find(noun);
    return found == classes.end() ? language->classOf(noun) : found->second;
  }

  void add(const CountClaim &claim) {
    KeyedClaim keyed{.claim = &claim, .key = {}, .content = {}, .hasKey = false};
    std::string nounClass = classOf(claim.noun);
    keyed.key = keyWords(claim, nounClass);
    keyed.hasKey = claim.hasSubject ||
                   (claim.startsSentence && language->subjectFirst && keyed.key.size() >= 2 &&
                    !language->unknownSubjects.contains(keyed.key.front()));
    if (claim.hasSubject)
      keyed.key.insert(keyed.key.begin(), "<subject>");
    // "it has two towers … it has three towers": small numbers of anything.
    constexpr int64_t tiny = 3;
    bool saysLittle = keyed.key.size() <= 1 && claim.quantity.high <= tiny;
    if (saysLittle || (!similar && !keyed.hasKey))
      return;
    for (const std::string &word : keyed.key)
      if (!language->functionWords.contains(word))
        keyed.content.insert(word);
    Words group = claim.modifiers;
    group.push_back(nounClass);
    if (!similar) {
      group.emplace_back("|");
      group.insert(group.end(), keyed.key.begin(), keyed.key.end());
    }
    groups[group].push_back(std::move(keyed));
  }

  /// The words before the number in the singular; a declared relation becomes its name.
  Words keyWords(const CountClaim &claim, const std::string &nounClass) const {
    Words key = claim.before;
    for (const CountRelation &relation : relations) {
      size_t length = relation.words.size();
      if (length == 0 || relation.nounClass != nounClass || key.size() < length)
        continue;
      bool fits = true;
      for (size_t i = 0; i < length && fits; ++i) {
        const Words &wanted = relation.words[i];
        fits = std::ranges::find(wanted, key[key.size() - length + i]) != wanted.end();
      }
      if (fits) {
        key.resize(key.size() - length);
        key.push_back(relation.name);
        return key;
      }
    }
    for (std::string &word : key)
      word = language->singular(word);
    return key;
  }

  /// One report a group: the first claim that contradicts an earlier one.
  void compare(const std::vector<KeyedClaim> &group, CheckContext &ctx) const {
    // No page says the same so often; a hostile one must not take quadratic time.
    constexpr size_t mostEarlier = 50;
    for (size_t later = 1; later < group.size(); ++later)
      for (size_t earlier = 0; earlier < std::min(later, mostEarlier); ++earlier) {
        const CountClaim &first = *group[earlier].claim;
        const CountClaim &second = *group[later].claim;
        if (!areComparable(first, second) || (similar && !areSimilar(group[earlier], group[later])))
          continue;
        ctx.countComparison();
        if (!contradict(first, second))
          continue;
        ctx.report(second.span, "conflict")
            .arg("later", second.text)
            .arg("earlier", first.text)
            .related(first.span, "other");
        return;
      }
  }

  const Options *options;
  bool similar;
  const Language *language = nullptr;
  std::map<std::string, std::string, std::less<>> classes;
  std::vector<CountRelation> relations;
  std::map<Words, std::vector<KeyedClaim>> groups;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(contradictory_count, ContradictoryCount)
