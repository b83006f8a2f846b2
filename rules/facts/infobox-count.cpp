// SPDX-License-Identifier: MIT
#include "lint/model/CountClaims.h"
#include "lint/model/Language.h"
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace wikivet {
namespace {

/// Parameters of infoboxes that say how many there are of something, and what sentences call it.
struct Pair {
  std::vector<std::string_view> parameters;
  std::vector<std::string_view> nouns;
};

/// Compares infoboxes with what sentences say of the page's subject.
class InfoboxCount final : public Check {
public:
  explicit InfoboxCount(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    std::vector<const Template *> infoboxes;
    for (const Template &call : ctx.document().templates().all())
      if (std::ranges::any_of(options->stringList("templates").items,
                              [&](const std::string &name) { return call.name.starts_with(name); }))
        infoboxes.push_back(&call);
    // Of several infoboxes nobody can tell which is that of the page.
    language = infoboxes.size() == 1 ? ctx.document().prose().language() : nullptr;
    if (!language)
      return;
    for (const std::string &line : options->stringList("pairs").items)
      judge(readPair(line), *infoboxes.front(), ctx);
  }

private:
  static Pair readPair(std::string_view line) {
    size_t colon = std::min(line.find(':'), line.size());
    return {.parameters = splitWords(line.substr(0, colon), '/'),
            .nouns = splitWords(line.substr(std::min(colon + 1, line.size())), ' ')};
  }

  void judge(const Pair &pair, const Template &infobox, CheckContext &ctx) const {
    const Argument *argument = nullptr;
    for (std::string_view name : pair.parameters)
      if (const Argument *given = infobox.argument(name); given && !argument)
        argument = given;
    std::optional<int64_t> value = argument ? valueOf(*argument, ctx) : std::nullopt;
    if (!value)
      return;
    std::set<std::string> times =
        timesIn(tokenize(argument->text(ctx.document().tree()), *language), *language);
    for (const std::string &name : options->stringList("date-parameters").items)
      if (const Argument *date = infobox.argument(name))
        times.merge(timesIn(tokenize(date->text(ctx.document().tree()), *language), *language));
    for (const CountClaim &claim : ctx.document().countClaims().all()) {
      bool isMeant = std::ranges::find(pair.nouns, claim.noun) != pair.nouns.end() &&
                     saysAll(claim) && (claim.times.empty() || isSameYear(claim.times, times));
      if (!isMeant)
        continue;
      ctx.countComparison();
      if (agrees(claim.quantity, *value, isExact(pair)))
        continue;
      ctx.report(claim.span, "conflict")
          .arg("claim", claim.text)
          .arg("parameter", argument->name)
          .arg("value", *value)
          .related(argument->trimmed, "infobox");
      return;
    }
  }

  /// Whether a value is that of all things, said of the page's subject: "The series has 62
  /// episodes." Behind the noun only a time or another number may stand ("over five seasons"). The
  /// past of what still is, without a time, is of another time.
  bool saysAll(const CountClaim &claim) const {
    constexpr size_t mostWords = 2;
    size_t counted = 0; // words behind a number in the rest of the clause
    return claim.hasSubject && claim.startsSentence && claim.modifiers.empty() &&
           claim.names.empty() && claim.before.size() <= mostWords && !claim.isOfOtherTime &&
           (!claim.isPast || !claim.times.empty()) &&
           std::ranges::all_of(claim.after, [&](const std::string &word) {
             if (language->isNumberWord(word) || isDigit(word[0])) {
               counted = 1;
               return true;
             }
             return language->functionWords.contains(word) || claim.times.contains(word) ||
                    std::exchange(counted, 0) == 1;
           });
  }

  static bool isSameYear(const std::set<std::string> &claim, const std::set<std::string> &infobox) {
    return std::ranges::includes(infobox, claim);
  }

  bool isExact(const Pair &pair) const {
    return std::ranges::none_of(pair.parameters, [&](std::string_view name) {
      return options->stringList("estimates").contains(name);
    });
  }

  bool agrees(const Quantity &claim, int64_t value, bool isExact) const {
    constexpr double about = 0.2;
    double share = claim.bound == Bound::Approximate ? about
                   : isExact                         ? 0
                             : static_cast<double>(options->integer("tolerance")) / 100;
    auto number = static_cast<double>(value);
    return number * (1 + share) >= static_cast<double>(claim.low) &&
           number * (1 - share) <= static_cast<double>(claim.high);
  }

  /// A value that is a number, perhaps with a note in brackets, and nothing else but references.
  std::optional<int64_t> valueOf(const Argument &argument, const CheckContext &ctx) const {
    std::string_view text = argument.text(ctx.document().tree());
    std::vector<Token> tokens = tokenize(text.substr(0, text.find('<')), *language);
    std::optional<Numeral> number = tokens.empty() ? std::nullopt : numeralAt(tokens, 0, *language);
    if (!number || number->value == 0)
      return std::nullopt;
    auto rest = tokens.begin() + static_cast<ptrdiff_t>(number->next);
    bool isSum =
        std::any_of(rest, tokens.end(), [](const Token &token) { return token.text == "+"; });
    bool isAlone = rest == tokens.end() || rest->text == "(";
    return isAlone && !isSum ? std::optional(number->value) : std::nullopt;
  }

  const Options *options;
  const Language *language = nullptr;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(infobox_count, InfoboxCount)
