// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/model/StatedDates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

namespace wikivet {
namespace {

/// Reports templates by which something ends before it begins.
class EndBeforeStart final : public Check {
public:
  explicit EndBeforeStart(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    for (const std::string &line : options->stringList("pairs").items)
      if (size_t colon = line.find(':'); colon != std::string::npos)
        startsOf[trim(std::string_view(line).substr(colon + 1))].push_back(
            trim(std::string_view(line).substr(0, colon)));
    for (const Template &call : ctx.document().templates().all())
      if (std::ranges::any_of(call.arguments, [&](const Argument &argument) {
            return startsOf.contains(cut(argument.name).stem);
          }))
        readCall(call, ctx);
  }

private:
  /// The name of a parameter; a number may stand behind it.
  struct Name {
    std::string_view stem, number;
    auto operator<=>(const Name &) const = default;
  };

  static Name cut(std::string_view name) {
    size_t end = name.size();
    while (end > 0 && isDigit(name[end - 1]))
      --end;
    return {.stem = name.substr(0, end), .number = name.substr(end)};
  }

  void readCall(const Template &call, CheckContext &ctx) const {
    std::map<Name, const Argument *> given; // of arguments given twice the last counts
    for (const Argument &argument : call.arguments)
      given[cut(argument.name)] = &argument;
    for (const auto &[name, end] : given)
      if (auto starts = startsOf.find(name.stem); starts != startsOf.end())
        for (std::string_view stem : starts->second)
          if (auto start = given.find({.stem = stem, .number = name.number}); start != given.end())
            compare(*start->second, *end, ctx);
  }

  static void compare(const Argument &startArgument, const Argument &endArgument,
                      CheckContext &ctx) {
    if (startArgument.trimmed.empty() || endArgument.trimmed.empty())
      return;
    std::optional<StatedDate> end = statedDate(endArgument, ctx.document());
    std::optional<StatedDate> start =
        end ? statedDate(startArgument, ctx.document()) : std::nullopt;
    if (!start || !end->isBefore(*start))
      return;
    ctx.report(end->span, "reversed")
        .arg("end", quote(endArgument, ctx))
        .arg("start", quote(startArgument, ctx))
        .related(start->span, "start");
  }

  static std::string quote(const Argument &argument, CheckContext &ctx) {
    std::string_view value = argument.text(ctx.document().tree());
    return argument.name + "=" + excerpt(value, 40);
  }

  const Options *options;
  /// The names of what begins, by that of what ends.
  std::unordered_map<std::string_view, std::vector<std::string_view>> startsOf;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(end_before_start, EndBeforeStart)
